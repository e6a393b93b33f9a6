"""Addresses of places and areas, under the language prefix."""

from django.urls import path

from vocabulary import views

app_name = "vocabulary"
urlpatterns = [
    path("areas/", views.areas, name="areas"),
    path("areas/<slug:code>/", views.area, name="area"),
    path("territories/", views.territories, name="territories"),
    path("territories/lookup/", views.lookup, name="lookup"),
    path("territories/<slug:code>/", views.territory, name="territory"),
]
