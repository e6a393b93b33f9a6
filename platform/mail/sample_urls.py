"""Addresses of the samples of mails, under /<language>/styleguide/mails/."""

from django.urls import path

from mail.views import samples

app_name = "mail_samples"

urlpatterns = [
    path("", samples.samples, name="list"),
    path("<slug:slug>/", samples.one, name="one"),
    path("<slug:slug>/html/", samples.html, name="html"),
]
