"""Platforms and members for tests, made through the services."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from platforms.models import Membership, Platform
from platforms.services import create_platform, join, role_named
from tests.factories.accounts import UserFactory


class PlatformFactory(DjangoModelFactory):
    """An open public platform; its coordinator is `by`."""

    class Meta:
        model = Platform

    slug = factory.Sequence(lambda n: f"platforma-{n}")
    names = factory.LazyAttribute(lambda p: {"cs": f"Platforma {p.slug}", "en": f"Platform {p.slug}"})
    by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, _model: type[Platform], *_args: Any, **kwargs: Any) -> Platform:
        return create_platform(**kwargs)


def member_of(platform: Platform, *, role: str = "member", **person: Any) -> Any:
    """Return a new person who belongs to the platform in a role."""
    user = UserFactory(**person)
    join(platform, by=user, role=role_named(role), invited=True)
    return user


def membership_of(person: Any, platform: Platform) -> Membership:
    """Return the living membership."""
    return Membership.objects.get(person=person, platform=platform, state__in=["requested", "active"])
