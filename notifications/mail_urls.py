"""Addresses under /mail/, without a language: they stand in mails, whose token says in which language to answer."""

from django.urls import path

from notifications.views import by_mail

app_name = "notifications_mail"
urlpatterns = [
    path("u/<str:token>/", by_mail.leave, name="leave"),
    path("c/<str:token>/", by_mail.confirm, name="confirm"),
    path("s/<str:token>/", by_mail.settings, name="settings"),
]
