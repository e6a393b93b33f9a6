"""Six people to try Mosty as, by one click. Only the embedded shape has them: all here asks `enabled()` first."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import AccountState, User

VISITOR = "visitor"


@dataclass(frozen=True, kw_only=True)
class Persona:
    """A part to play: its stored key, what it is called, and what one sees in it."""

    key: str
    title: Any
    text: Any
    person_name: str = ""


PERSONAS = (
    Persona(key=VISITOR, title=_("Visitor abroad"), text=_("reads in English, has no account")),
    Persona(key="member", title=_("Member"), text=_("reads, asks and answers")),
    Persona(key="moderator", title=_("Moderator"), text=_("keeps a forum in order")),
    Persona(key="coordinator", title=_("Coordinator"), text=_("leads a platform")),
    Persona(key="editor", title=_("Editor"), text=_("writes news and the handbook")),
    Persona(key="administrator", title=_("Administrator"), text=_("sets the whole network up")),
)


def enabled() -> bool:
    """Return whether this installation is the embedded trial; production settings never are."""
    return bool(settings.MOSTY_EMBEDDED)


def offered() -> list[Persona]:
    """Return the personas that can be played now, with the names of their people; none outside the embedded shape."""
    if not enabled():
        return []
    people = User.objects.filter(state=AccountState.ACTIVE).exclude(persona="")
    names = dict(people.values_list("persona", "name"))
    if not names:
        return []
    return [
        Persona(key=p.key, title=p.title, text=p.text, person_name=names.get(p.key, ""))
        for p in PERSONAS
        if p.key == VISITOR or p.key in names
    ]


def person_of(key: str) -> User | None:
    """Return the active person who plays a persona; None outside the embedded shape."""
    if not enabled() or key not in {persona.key for persona in PERSONAS}:
        return None
    return User.objects.filter(persona=key, state=AccountState.ACTIVE).first()
