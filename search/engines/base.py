"""What every engine promises. The same suite runs against each, so an answer never depends on the engine behind it.

An engine knows tokens, filters and audiences; it never decides who may read: the database checks every hit again.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from core.changes import Reference
from search.analysis import Query
from search.documents import Document

SCHEMA = 2  # raise it when what is stored changes; an index of another schema counts as empty and is rebuilt
HITS_A_GROUP = 3
FARTHEST = 1000
FACETS = ("platform", "area", "language", "year")


class SearchUnavailableError(Exception):
    """The engine does not answer; what was to be written waits in the queue."""


class GenerationLostError(Exception):
    """Another rebuild has begun since; this one must stop and leave everything as it is."""


@dataclass(frozen=True, slots=True)
class Gone:
    """An item that must not be found from this version on."""

    kind: str
    object_id: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the results are narrowed to; empty means everything. `kind` is that of the group."""

    kind: str = ""
    platform_id: int | None = None
    area: str = ""
    territory: str = ""
    language: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an engine is asked: words, filters, the audiences of the viewer and the languages she reads."""

    words: Query
    audiences: Collection[str]
    reads: Sequence[str] = ()
    filters: Filters = field(default_factory=Filters)
    start: int = 0
    size: int = 30


@dataclass(frozen=True, slots=True)
class Group:
    """An item with what was found of it: itself or its posts, best first; `size` is how many hits it has in all."""

    kind: str
    object_id: int
    hits: tuple[Reference, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """A stretch of groups, best first, and how many groups of each kind there are, whatever kind is chosen.

    `facets` says per filter (`platform`, `area`, `language`, `year`) how many groups of the chosen kind each of its
    values would leave.
    """

    groups: tuple[Group, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


class Engine(ABC):
    """Stores documents in generations: one is searched, a second one may be in the making.

    Every method but `healthy` raises SearchUnavailableError when the engine does not answer.
    """

    @abstractmethod
    def write(
        self, documents: Iterable[Document], gone: Iterable[Gone] = (), *, generation: str = ""
    ) -> dict[Reference, str]:
        """Store and remove, in every generation or only in the named one; what it has in a newer version stays.

        Returns the items it refused for good, with the reason.
        """

    @abstractmethod
    def find(self, question: Question) -> Hits:
        """Return a stretch of the groups that answer; never one that no audience of the viewer may read."""

    @abstractmethod
    def similar(self, word: str) -> list[str]:
        """Return words of the index that a folded word may have been meant to be, best first."""

    @abstractmethod
    def versions(self, kind: str, ids: Sequence[int]) -> dict[int, int]:
        """Return the stored versions of items of a kind; what cannot be found is not in it."""

    @abstractmethod
    def begin(self) -> str:
        """Start a new generation beside the one that is searched, dropping one left behind; return its name."""

    @abstractmethod
    def finish(self, generation: str) -> None:
        """Search the new generation from now on and drop the old one; raises GenerationLostError."""

    @abstractmethod
    def healthy(self) -> bool:
        """Return whether the engine answers; raises nothing."""

    def settle(self) -> None:  # noqa: B027  only engines that show a write later have something to do
        """Wait until what was written is found."""
