"""The list of messages in Wagtail's admin, for administrators of the network alone."""

from typing import Any

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.wagtail_hooks import AdministratorsItem
from feedback import views


@hooks.register("register_admin_urls")
def feedback_urls() -> list[Any]:
    """Place the list under /admin/."""
    return [
        path("feedback/", views.listing, name="feedback_list"),
        path("feedback/<int:pk>/", views.change, name="feedback_change"),
    ]


@hooks.register("register_settings_menu_item")
def feedback_item() -> MenuItem:
    """Lead to the list."""
    return AdministratorsItem(_("Accessibility feedback"), reverse_lazy("feedback_list"), icon_name="help", order=910)
