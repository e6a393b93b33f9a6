"""Search in Wagtail's admin: a page for administrators of the network alone."""

from typing import Any

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.wagtail_hooks import AdministratorsItem
from search.views import operator


@hooks.register("register_admin_urls")
def search_urls() -> list[Any]:
    """Place the pages under /admin/."""
    return [
        path("search-index/", operator.entries, name="search_entries"),
        path("search-index/retry/", operator.entries_retry, name="search_entries_retry"),
    ]


@hooks.register("register_settings_menu_item")
def search_item() -> MenuItem:
    """Lead to the search index."""
    return AdministratorsItem(_("Search index"), reverse_lazy("search_entries"), icon_name="search", order=910)
