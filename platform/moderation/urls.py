"""Addresses under /<language>/moderation/."""

from django.urls import path

from moderation import views

app_name = "moderation"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("report/<slug:kind>/<int:pk>/", views.report, name="report"),
    path("decide/<slug:kind>/<int:pk>/", views.decide, name="decide"),
]
