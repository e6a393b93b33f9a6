"""Which people are there for whom: a profile is shown while its person is active and its audience is satisfied."""

from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.base_user import BaseUserManager
from django.db import models, transaction

from core.viewer import Viewer

if TYPE_CHECKING:
    from accounts.models import User


class UserQuerySet(models.QuerySet["User"]):
    """People."""

    def active(self) -> Self:
        """Return members: signed up, confirmed, neither suspended nor gone."""
        return self.filter(state="active")

    def visible_to(self, viewer: Viewer) -> Self:
        """Return the people whose profile is there for the viewer."""
        return self.active().filter(profile__audience_id__in=viewer.audiences)

    def listed_for(self, viewer: Viewer) -> Self:
        """Return whom the directory shows to the viewer, by name."""
        return self.visible_to(viewer).filter(profile__listed_in_directory=True).order_by("name_key", "pk")


class UserManager(BaseUserManager["User"]):
    """Makes people; addresses are stored lower-case."""

    def get_queryset(self) -> UserQuerySet:
        """Return people with the questions above."""
        return UserQuerySet(self.model, using=self._db)

    def active(self) -> UserQuerySet:
        """Return members."""
        return self.get_queryset().active()

    def visible_to(self, viewer: Viewer) -> UserQuerySet:
        """Return the people whose profile is there for the viewer."""
        return self.get_queryset().visible_to(viewer)

    def listed_for(self, viewer: Viewer) -> UserQuerySet:
        """Return whom the directory shows to the viewer, by name."""
        return self.get_queryset().listed_for(viewer)

    def create_user(self, email: str | None, password: str | None = None, **fields: Any) -> "User":
        """Return a new active person with a confirmed address, a profile, and no password unless one is given."""
        from accounts.services import creation  # noqa: PLC0415  services import the model this manager belongs to

        name = fields.pop("name", "") or (email or "").split("@")[0]
        address = email.strip().lower() if email else None
        user = self.model(email=address, name=name, **fields)
        user.set_password(password)
        with transaction.atomic():
            creation.insert_person(user)
            creation.give_profile(user)
            if address:
                creation.confirm_address(user, email=address)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new administrator of the network."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a person by address, whatever its case."""
        return self.get(email__iexact=username)
