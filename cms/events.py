"""What happened to pages. Names are stored and never change."""

from dataclasses import dataclass

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class PagePublished(Event):
    """A page went live, or a live page changed (text, place or audience)."""

    name = "cms.page_published"
    page_id: int


@dataclass(frozen=True, kw_only=True)
class PageUnpublished(Event):
    """A page that was live is no longer."""

    name = "cms.page_unpublished"
    page_id: int


@dataclass(frozen=True, kw_only=True)
class PageDeleted(Event):
    """A page is gone for good."""

    name = "cms.page_deleted"
    page_id: int
