"""Addresses of me."""

from typing import Any

app_name = "me"
urlpatterns: list[Any] = []
