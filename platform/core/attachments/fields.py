"""The form field for files. What was uploaded stays when the form comes back with errors, with or without a script.

Bind it in the form's `__init__`: `self.fields["attachments"].bind_to(person, kind=…, pk=…)`. It cleans to a list of
`Chosen` for `services.attach`. Files of a form that fails wait, seen by their uploader alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.attachments.services import Chosen, store_upload, usable_by
from core.attachments.types import ACCEPT
from core.models import Attachment
from core.ratelimit import allow


@dataclass(frozen=True, kw_only=True)
class Row:
    """What the form says about a file that is already here."""

    pk: int
    description: str
    decorative: bool


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What came with the form: new files, and those kept."""

    files: tuple[Any, ...] = ()
    rows: tuple[Row, ...] = ()


class AttachmentsWidget(forms.Widget):
    """The files that are here, each with its description, and an input for more."""

    template_name = "core/attachments_input.html"
    needs_multipart_form = True
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Give the template the rows and what the input accepts."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        rows = value if isinstance(value, list) else []
        return {**context, **input_context(name, input_id=context["widget"]["attrs"].get("id", "")), "rows": rows}

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        """Draw with the site's templates."""
        return render_to_string(template_name, context)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Sent:
        """Collect new files and the rows that were not removed."""
        kept = data.getlist(f"{name}_kept") if hasattr(data, "getlist") else []
        ids = [int(pk) for pk in dict.fromkeys(kept) if pk.isascii() and pk.isdigit() and len(pk) < 19]
        rows = tuple(
            Row(
                pk=pk,
                description=str(data.get(f"{name}_description_{pk}", "")).strip(),
                decorative=bool(data.get(f"{name}_decorative_{pk}")),
            )
            for pk in ids
            if not data.get(f"{name}_remove_{pk}")
        )
        return Sent(files=tuple(files.getlist(name)) if hasattr(files, "getlist") else (), rows=rows)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """A form without files says so by having none."""
        return False


def input_context(name: str, *, input_id: str) -> dict[str, Any]:
    """Return what the template of the file input needs."""
    limits = {"limit_bytes": settings.ATTACHMENT_MAX_BYTES, "limit_files": settings.ATTACHMENTS_PER_ITEM}
    return {"name": name, "input_id": input_id or f"id_{name}", "accept": ACCEPT, **limits}


def initial_attachments(kind: str, pk: int) -> list[Chosen]:
    """Return the initial value for a form that edits an item."""
    return [_as_stored(attachment) for attachment in Attachment.objects.filter(kind=kind, object_id=pk)]


def _as_stored(attachment: Attachment) -> Chosen:
    return Chosen(attachment=attachment, description=attachment.description, decorative=attachment.decorative)


class AttachmentsField(forms.Field):
    """Cleans to the list of `Chosen`, in their order."""

    widget = AttachmentsWidget
    default_error_messages = {
        "required": _("Attach a file."),
        "too_many": ngettext_lazy("At most %(limit)d file fits.", "At most %(limit)d files fit.", "limit"),
        "too_often": _("You have uploaded many files in a short time. Wait a minute and try again."),
        "undescribed": _("Say what can be seen in “%(name)s”, or mark it as decorative."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Attachments"))
        super().__init__(**kwargs)
        self.person: Any = None
        self.item: tuple[str, int | None] = ("", None)
        self.rows: list[Chosen] | None = None

    def bind_to(self, person: Any, *, kind: str = "", pk: int | None = None) -> Self:
        """Say whose files these are and, when editing, under which item they already stand."""
        self.person, self.item = person, (kind, pk)
        return self

    def clean(self, value: Any) -> list[Chosen]:
        """Store what is new, keep what is hers, and say everything that is wrong at once."""
        sent = value if isinstance(value, Sent) else Sent()
        kept = self._kept(sent.rows)
        room = settings.ATTACHMENTS_PER_ITEM - len(kept)
        stored, errors = self.take(sent.files[: max(room, 0)])
        self.rows = [*kept, *stored]
        if len(sent.files) > room:
            errors.append(self._error("too_many", limit=settings.ATTACHMENTS_PER_ITEM))
        errors += [self._error("undescribed", name=c.attachment.name) for c in self.rows if c.lacks_description]
        if self.required and not self.rows and not errors:
            errors.append(self._error("required"))
        if errors:
            raise ValidationError(errors)
        return self.rows

    def take(self, files: Iterable[Any]) -> tuple[list[Chosen], list[ValidationError]]:
        """Store files one by one; return those taken and what is wrong with the others, each named."""
        taken: list[Chosen] = []
        errors: list[ValidationError] = []
        for file in files:
            if not allow("upload", who=f"person:{self.person.pk}"):
                errors.append(self._error("too_often"))
                break
            try:
                taken.append(_as_stored(store_upload(file, by=self.person)))
            except ValidationError as error:
                errors.append(ValidationError(f"{str(file.name)[:80]}: {error.messages[0]}", code=error.code))
        return taken, errors

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show what is kept and what was just stored."""
        if self.rows is not None:
            return self.rows
        return self._kept(data.rows) if isinstance(data, Sent) else initial

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Files are always looked at."""
        return True

    def _kept(self, rows: tuple[Row, ...]) -> list[Chosen]:
        kind, pk = self.item
        usable = usable_by(self.person, kind=kind, pk=pk).in_bulk([row.pk for row in rows])
        return [
            Chosen(attachment=usable[row.pk], description=row.description[:500], decorative=row.decorative)
            for row in rows
            if row.pk in usable
        ]

    def _error(self, code: str, **params: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)
