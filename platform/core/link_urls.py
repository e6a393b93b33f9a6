"""Addresses of core_links."""

from typing import Any

app_name = "core_links"
urlpatterns: list[Any] = []
