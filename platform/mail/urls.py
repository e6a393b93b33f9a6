"""Addresses under /mail/, without a language: what a mail program calls. Unsubscribing is added by `notifications`."""

from typing import Any

app_name = "mail"

# `notifications` puts its one-click addresses here through config.urls; mail itself answers nothing yet.
urlpatterns: list[Any] = []
