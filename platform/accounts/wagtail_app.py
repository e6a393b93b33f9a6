"""Wagtail's app of users with our list of people in place of its own."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleAdminConfig(WagtailUsersAppConfig):
    """Wagtail asks this config which view set shows people."""

    user_viewset = "accounts.wagtail_people.PeopleViewSet"
