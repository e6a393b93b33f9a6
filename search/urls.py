"""Addresses of search."""

from django.urls import path

from search.views.page import search_page

app_name = "search"
urlpatterns = [path("", search_page, name="search")]
