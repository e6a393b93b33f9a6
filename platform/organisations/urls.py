"""Addresses under /<language>/organisations/. The list is the directory of platforms."""

from django.urls import path
from django.views.generic import RedirectView

from organisations import views

app_name = "organisations"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="platforms:directory"), name="list"),
    path("new/", views.organisation_new, name="new"),
    path("<int:pk>/edit/", views.organisation_edit, name="edit"),
    path("<int:pk>/confirm/", views.confirm, name="confirm"),
    path("<int:pk>/work-here/", views.work_here, name="work-here"),
    path("<int:pk>-<slug:slug>/", views.organisation_page, name="organisation"),
]
