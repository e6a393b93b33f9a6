"""Addresses of links between items, under the interface language."""

from django.urls import path

from core.views import links

app_name = "core_links"
urlpatterns = [
    path("add/<slug:kind>/<int:pk>/", links.add, name="add"),
    path("<int:pk>/confirm/", links.confirm, name="confirm"),
    path("<int:pk>/remove/", links.remove, name="remove"),
]
