"""Addresses under /<language>/notifications/."""

from django.urls import path

from notifications.views import settings, site_list, subscribe

app_name = "notifications"
urlpatterns = [
    path("", site_list.notification_list, name="list"),
    path("read/", site_list.read_all, name="read-all"),
    path("<int:pk>/read/", site_list.read, name="read"),
    path("settings/", settings.settings, name="settings"),
    path("settings/<int:pk>/", settings.digest, name="digest"),
    path("settings/<int:pk>/pause/", settings.pause, name="digest-pause"),
    path("settings/<int:pk>/end/", settings.end, name="digest-end"),
    path("subscribe/", subscribe.subscribe, name="subscribe"),
    path("subscribe/asked/", subscribe.asked, name="asked"),
]
