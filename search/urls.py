"""Addresses of search."""

from django.urls import path

from search.views.page import search_page
from search.views.rebuilding import rebuilding

app_name = "search"
urlpatterns = [path("", search_page, name="search"), path("index/", rebuilding, name="rebuild")]
