"""Addresses of following."""

from django.urls import path

from following import views

app_name = "following"

urlpatterns = [
    path("", views.following_list, name="list"),
    path("<slug:kind>/<int:object_id>/", views.change, name="change"),
]
