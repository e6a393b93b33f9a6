"""Addresses under /dev/ that only the embedded shape has."""

from django.urls import path

from mail.views import outbox as views

app_name = "mail_dev"

urlpatterns = [
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<str:file>/<int:number>/", views.outbox_mail, name="outbox-mail"),
    path("outbox/<str:file>/<int:number>/html/", views.outbox_html, name="outbox-html"),
]
