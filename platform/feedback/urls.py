"""Addresses under /<language>/feedback/."""

from django.urls import path

from feedback import views

app_name = "feedback"
urlpatterns = [
    path("", views.write, name="write"),
    path("sent/", views.sent, name="sent"),
]
