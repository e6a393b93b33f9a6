"""The operator's pages in Wagtail's admin: the outbox and the settings of the network. Administrators alone."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.views import operator


class AdministratorsItem(MenuItem):
    """An entry of the menu that only administrators of the network see."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask what the pages themselves ask."""
        return bool(request.user.is_superuser)


@hooks.register("register_admin_urls")
def operator_urls() -> list[Any]:
    """Place the pages under /admin/."""
    return [
        path("outbox/", operator.outbox, name="core_outbox"),
        path("outbox/retry/", operator.outbox_retry, name="core_outbox_retry"),
        path("network/", operator.network, name="core_network"),
    ]


@hooks.register("register_settings_menu_item")
def outbox_item() -> MenuItem:
    """Lead to the outbox."""
    return AdministratorsItem(_("Outbox"), reverse_lazy("core_outbox"), icon_name="mail", order=900)


@hooks.register("register_settings_menu_item")
def network_item() -> MenuItem:
    """Lead to the settings of the network."""
    return AdministratorsItem(_("Network"), reverse_lazy("core_network"), icon_name="cogs", order=100)
