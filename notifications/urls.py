"""Addresses under /<language>/notifications/."""

from django.urls import path

from notifications.views import site_list

app_name = "notifications"
urlpatterns = [
    path("", site_list.notification_list, name="list"),
    path("read/", site_list.read_all, name="read-all"),
    path("<int:pk>/read/", site_list.read, name="read"),
]
