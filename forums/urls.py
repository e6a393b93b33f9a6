"""Addresses of forums."""

from typing import Any

app_name = "forums"
urlpatterns: list[Any] = []
