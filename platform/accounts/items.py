"""The kind `person`: a member whose profile is there for the viewer. The object id is the person's."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.events import (
    AccountClosed,
    AccountReopened,
    PersonJoined,
    PersonReinstated,
    PersonRenamed,
    PersonSuspended,
    ProfileChanged,
)
from accounts.models import AccountState, User
from accounts.services import reinstate, suspend
from core.changes import changes_item
from core.kinds import Kind, Wording, wordings_of
from core.texts import pick_with_language
from core.viewer import Viewer


class PersonKind(Kind):
    """People are found by name, position and what they say about themselves."""

    code = "person"
    model_label = "accounts.User"
    name = _("person")
    name_plural = _("people")
    icon = "user"
    routes = ("accounts:person",)

    def queryset(self) -> QuerySet[User]:
        """Return people with their profiles."""
        return User.objects.filter(profile__isnull=False).select_related("profile")

    def pk_at(self, **arguments: Any) -> int | None:
        """Return the person whose handle stands in the address."""
        rows = User.objects.filter(handle=arguments.get("handle"))
        return rows.values_list("pk", flat=True).first()

    def title(self, item: Any) -> str:
        """Return the name."""
        return str(item.get_full_name())

    def text(self, item: Any) -> str:
        """Return position, what she says about herself in every language, and what she offers and looks for."""
        profile = item.profile
        parts = [profile.position, *profile.about.values(), profile.help_with, profile.looking_for]
        return "\n".join(part for part in parts if part)

    def wordings(self, item: Any) -> list[Wording]:
        """Return the name with position, offers and wishes, and per language what she says about herself."""
        profile = item.profile
        plain = [profile.position, profile.help_with, profile.looking_for]
        named = Wording(language="", title=self.title(item), text="\n".join(part for part in plain if part))
        return [named, *wordings_of({}, profile.about)]

    def language(self, item: Any) -> str:
        """Return the language of what she says about herself, or "" when she says nothing."""
        return pick_with_language(item.profile.about)[1]

    def audience(self, item: Any) -> str:
        """Return the rule of whom the profile is shown to."""
        return str(item.profile.audience_id)

    def is_published(self, item: Any) -> bool:
        """Return whether she is an active member."""
        return bool(item.state == AccountState.ACTIVE)

    def author_id(self, item: Any) -> int | None:
        """Return the person herself."""
        return int(item.pk)

    def area_codes(self, item: Any) -> list[str]:
        """Return the areas she works in."""
        return list(item.profile.areas)

    def territory_codes(self, item: Any) -> list[str]:
        """Return where she works."""
        return list(item.profile.territories)

    def version(self, item: Any) -> int:
        """Return the version of the profile; a new name raises it too."""
        return int(item.profile.version)

    def changed_at(self, item: Any) -> Any:
        """Return when the profile last changed."""
        return item.profile.updated_at

    def for_moderation(self, viewer: Viewer) -> QuerySet[User]:
        """Return people; an administrator also finds whom she suspended."""
        if not viewer.is_admin:
            return self.queryset().none()
        return self.queryset().filter(state__in=[AccountState.ACTIVE, AccountState.SUSPENDED])

    def hide(self, item: Any, *, by: Any, reason: str) -> bool:
        """Suspend the person; nobody suspends herself."""
        return item.pk != by.pk and suspend(item, by=by, reason=reason)

    def restore(self, item: Any, *, by: Any, reason: str) -> bool:
        """End the suspension."""
        return reinstate(item, by=by)

    def personal_data(self) -> str:
        """Say what the rows hold."""
        return "name, address, profile; sealed when the account is closed and destroyed fourteen days later"


_EVENTS = (PersonJoined, PersonRenamed, ProfileChanged, PersonSuspended, PersonReinstated)
changes_item(*_EVENTS, AccountClosed, AccountReopened, kind=PersonKind.code, field="person_id")
