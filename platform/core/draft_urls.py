"""Unprefixed addresses of drafts."""

from django.urls import path

from core.views import drafts

app_name = "core_drafts"
urlpatterns = [
    path("save/", drafts.save, name="save"),
    path("forget/", drafts.forget, name="forget"),
]
