"""The registry of kinds of item. Search, following, notices, links, reports, feeds and exports work from it alone.

A reference to an item is (kind code, object id). The code is stored, so it never changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.db.models import QuerySet

from core.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What an item says in one language: BCP 47 code ("" when nobody knows), title and plain text."""

    language: str
    title: str = ""
    text: str = ""


def wordings_of(titles: Mapping[str, str], *texts: Mapping[str, str]) -> list[Wording]:
    """Return one wording per language of a title and texts that are stored per language."""
    languages = dict.fromkeys(code for said in (titles, *texts) for code, text in said.items() if text)
    return [
        Wording(
            language=code,
            title=titles.get(code, ""),
            text="\n".join(said[code] for said in texts if said.get(code)),
        )
        for code in languages
    ]


class Kind:
    """One kind of item. An app subclasses it in `items.py`, overrides what differs, and registers an instance."""

    code: ClassVar[str]
    model_label: ClassVar[str]
    name: ClassVar[Any]
    name_plural: ClassVar[Any]
    icon: ClassVar[str] = "document"
    followable: ClassVar[bool] = False
    searchable: ClassVar[bool] = True
    search_weight: ClassVar[float] = 1.0  # below 1 for what is many and rarely meant
    reportable: ClassVar[bool] = True
    routes: ClassVar[tuple[str, ...]] = ()  # names of the addresses of its page, such as "forums:topic"

    @property
    def model(self) -> type[models.Model]:
        """The model whose rows are items of this kind."""
        return apps.get_model(self.model_label)

    def queryset(self) -> QuerySet[Any]:
        """Return all rows with what the other methods need already selected."""
        return self.model._default_manager.all()

    def visible_to(self, viewer: Viewer) -> QuerySet[Any]:
        """Return the rows that are there for the viewer."""
        return self.queryset().visible_to(viewer)  # type: ignore[attr-defined]  # every kind's queryset has it

    def can_view(self, viewer: Viewer, item: Any) -> bool:
        """Return whether a loaded row is there for the viewer; equal to `visible_to`, proven by a test."""
        return bool(item.can_be_viewed_by(viewer))

    def title(self, item: Any) -> str:
        """Return the title shown in lists, in the item's language or the active one."""
        return str(item)

    def address(self, item: Any) -> str:
        """Return the path of its page in the active language."""
        return str(item.get_absolute_url())

    def pk_at(self, **arguments: Any) -> int | None:
        """Return the id that the arguments of one of its routes name; overridden where they hold no `pk`.

        It is asked in the language of the address; the argument of a route without names is `path`.
        """
        pk: int | None = arguments.get("pk")
        return pk

    def text(self, item: Any) -> str:
        """Return its plain text for search and excerpts."""
        return ""

    def language(self, item: Any) -> str:
        """Return the BCP 47 code of its text; "" when it has none of its own."""
        return str(getattr(item, "language", ""))

    def wordings(self, item: Any) -> list[Wording]:
        """Return title and text in every language it has, so that search analyses each by its own rules."""
        return [Wording(language=self.language(item), title=self.title(item), text=self.text(item))]

    def gist(self, item: Any, *, languages: Iterable[str]) -> tuple[str, str]:
        """Return (title and gist, their language) in the first of these languages somebody wrote them in."""
        titles, gists = getattr(item, "titles", {}), getattr(item, "gists", {})
        for code in languages:
            if parts := [text for text in (titles.get(code, ""), gists.get(code, "")) if text]:
                return " – ".join(parts), code
        return "", ""

    def audience(self, item: Any) -> str:
        """Return the rule of its audience."""
        return str(item.audience_id)

    def is_published(self, item: Any) -> bool:
        """Return whether lists, search, feeds and mails may hold it."""
        return bool(item.state == "published")

    def author_id(self, item: Any) -> int | None:
        """Return who wrote it."""
        author: int | None = getattr(item, "author_id", None)
        return author

    def platform_id(self, item: Any) -> int | None:
        """Return the platform it belongs to, if any."""
        platform: int | None = getattr(item, "platform_id", None)
        return platform

    def area_codes(self, item: Any) -> list[str]:
        """Return the codes of its areas."""
        return []

    def territory_codes(self, item: Any) -> list[str]:
        """Return the codes of its territories."""
        return []

    def version(self, item: Any) -> int:
        """Return a number that rises with every change."""
        return int(item.version)

    def changed_at(self, item: Any) -> Any:
        """Return the time by which lists order it."""
        return item.created_at

    def group(self, item: Any) -> tuple[str, int]:
        """Return the item under which search shows it: itself, or a post's topic."""
        return self.code, item.pk

    def for_moderation(self, viewer: Viewer) -> QuerySet[Any]:
        """Return the rows a moderator may decide on: what is there for her, and what her decision took away."""
        return self.visible_to(viewer)

    def hide(self, item: Any, *, by: Any, reason: str) -> bool:
        """Hide it from everybody but its author and moderators; return whether that changed anything."""
        raise NotImplementedError(f"{self.code} cannot be hidden")

    def restore(self, item: Any, *, by: Any, reason: str) -> bool:
        """Undo `hide`; return whether that changed anything."""
        raise NotImplementedError(f"{self.code} cannot be restored")

    def personal_data(self) -> str:
        """Say what personal data its rows hold and what happens to it when the person leaves."""
        return "author"


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; registering the same code twice with another class is an error."""
    present = _kinds.get(kind.code)
    if present is not None and type(present) is not type(kind):
        raise ValueError(f"Two kinds share the code {kind.code}.")
    _kinds[kind.code] = kind


def get_kind(code: str) -> Kind:
    """Return the kind with this code; raises KeyError when there is none."""
    return _kinds[code]


def all_kinds() -> Iterator[Kind]:
    """Return every registered kind in order of its code."""
    return iter([_kinds[code] for code in sorted(_kinds)])


def load_visible(
    references: Iterable[tuple[str, int]], viewer: Viewer, *, related: bool = True
) -> dict[tuple[str, int], Any]:
    """Return the visible items of many references by one statement per kind; what is not visible is not in it.

    Without `related` nothing is prefetched: enough for titles and addresses.
    """
    by_kind: dict[str, set[int]] = {}
    for code, pk in references:
        by_kind.setdefault(code, set()).add(pk)
    found: dict[tuple[str, int], Any] = {}
    for code, ids in by_kind.items():
        if code in _kinds:
            rows = _kinds[code].visible_to(viewer).filter(pk__in=ids)
            found.update({(code, item.pk): item for item in (rows if related else rows.prefetch_related(None))})
    return found
