"""A kind of item that exists in tests alone, so that core is tested without knowing any other app.

Its label is not installed: migrations, flushes and commands do not see it. `conftest` makes its table.
"""

from typing import Any

from django.conf import settings
from django.db import models

from core.items import Item, ItemQuerySet
from core.kinds import Kind
from core.richtext.model import RichTextMixin
from core.rules import PUBLIC
from core.states import State


class Note(Item, RichTextMixin):
    """A short text with a title."""

    audience = models.ForeignKey("core.Audience", on_delete=models.PROTECT, related_name="+", db_constraint=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=35, default="cs")
    platform_id = models.BigIntegerField(null=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        app_label = "notes_for_tests"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of its page, which nobody serves."""
        return f"/cs/notes/{self.pk}/"


class NoteKind(Kind):
    """Notes as items."""

    code = "note"
    name = "note"
    name_plural = "notes"

    @property
    def model(self) -> type[models.Model]:
        """The model, which the registry of apps does not list."""
        return Note

    def text(self, item: Any) -> str:
        """Return its text."""
        return str(item.body_text)


def make_note(title: str = "A note", *, audience: str = PUBLIC, state: str = State.PUBLISHED, **fields: Any) -> Note:
    """Return a stored note."""
    return Note.objects.create(title=title, audience_id=audience, state=state, **fields)
