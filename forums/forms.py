"""Forms of forums. Errors stand on their field; nothing typed is lost; a form sent twice carries the same token."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

from core.attachments.fields import AttachmentsField
from core.drafts import bring_back, load_draft
from core.richtext.editor import RichTextField, as_value, joined
from forums.languages import USUAL, interface_language, own_name
from forums.models.topic import GIST_LENGTH, TITLE_LENGTH
from forums.readers import Readers
from forums.services import Writing
from vocabulary.models import Area

TITLE_MIN = 3
OWN_NAME = "own"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What a form needs to know of the person who writes and the place she writes to."""

    person: Any
    readers: Readers | None = None
    post_pk: int | None = None
    language: str = ""
    organisations: Sequence[Any] = field(default_factory=list)
    draft_place: str = ""


def language_choices(*further: str) -> list[tuple[str, str]]:
    """Return the usual languages by their own names, and those further codes that are not among them."""
    usual = list(USUAL)
    known = {code for code, _name in usual}
    return [*usual, *((code, own_name(code)) for code in further if code and code not in known)]


class TitleField(forms.CharField):
    """The title of a topic: one line, 3 to 150 characters."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": _("Title"), "max_length": TITLE_LENGTH, **kwargs}
        super().__init__(**kwargs)
        self.validators.append(MinLengthValidator(TITLE_MIN))

    def to_python(self, value: Any) -> str:
        """Return it on one line."""
        return " ".join((super().to_python(value) or "").split())


class AreasField(forms.ModelMultipleChoiceField):
    """Areas of a topic; none is fine."""

    def __init__(self, **kwargs: Any) -> None:
        given = {"label": _("Areas"), "queryset": Area.objects.all(), "required": False, **kwargs}
        super().__init__(widget=forms.CheckboxSelectMultiple, **given)


class PostForm(forms.Form):
    """A text, its language, and in whose name. Asks again when more people would read it than the form said."""

    body = RichTextField(label=_("Your text"))
    attachments = AttachmentsField(required=False)
    language = forms.ChoiceField(label=_("Language of the text"))
    on_behalf_of = forms.ChoiceField(label=_("I write"))
    audience_seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    form_token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data: Any = None, files: Any = None, *, desk: Desk, **kwargs: Any) -> None:
        super().__init__(data, files, **kwargs)
        self.desk = desk
        language = self.fields["language"]
        language.choices = language_choices(desk.language)  # type: ignore[attr-defined]  # a ChoiceField
        language.initial = desk.language or interface_language()
        self._offer_organisations()
        self.fields["attachments"].bind_to(desk.person, kind="post", pk=desk.post_pk)  # type: ignore[attr-defined]  # ours
        self.fields["form_token"].initial = uuid4().hex
        if desk.readers is None:
            del self.fields["audience_seen"]
        else:
            self.fields["audience_seen"].initial = desk.readers.seen
        self.draft_kept_at = self._bring_back_draft()

    def _bring_back_draft(self) -> datetime | None:
        """Show what she left here unsent; a quotation she asks for comes after it, unless she has it there already."""
        if self.is_bound or not self.desk.draft_place:
            return None
        draft = load_draft(self.desk.person, place=self.desk.draft_place)
        asked = self.initial.get("body")
        if bring_back(self, draft) and self.desk.post_pk is None and asked:
            kept, head = as_value(self.initial.get("body")), as_value(asked).plain.partition("\n")[0]
            self.initial["body"] = kept if head in kept.plain else joined(kept, asked)
        return draft.at

    def _offer_organisations(self) -> None:
        if not self.desk.organisations:
            del self.fields["on_behalf_of"]
            return
        named = [(str(row.pk), _("for %(name)s") % {"name": row.name}) for row in self.desk.organisations]
        field_ = self.fields["on_behalf_of"]
        field_.choices = [*named, (OWN_NAME, _("in my own name"))]  # type: ignore[attr-defined]  # a ChoiceField
        field_.initial = named[0][0]

    def aside(self) -> list[Any]:
        """Return the two short fields that stand side by side."""
        return [self[name] for name in ("language", "on_behalf_of") if name in self.fields]

    def words(self) -> list[Any]:
        """Return what is written: the title where there is one, and the text."""
        return [self[name] for name in ("title", "body") if name in self.fields]

    def further(self) -> list[Any]:
        """Return what most texts go without; it stands folded."""
        return [self[name] for name in ("attachments", "areas") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """Refuse when the sentence beside the button is no longer true; the form comes back with the new one."""
        data = super().clean() or {}
        readers = self.desk.readers
        if readers is not None and not readers.still_as(data.get("audience_seen") or ""):
            sent: Any = self.data
            self.data = sent.copy()
            self.data[self.add_prefix("audience_seen")] = readers.seen  # type: ignore[index]  # a copy is mutable
            self.add_error(
                None,
                _("Who can read this has changed since you began to write. %(sentence)s Send it again if you agree.")
                % {"sentence": readers.sentence},
            )
        return data

    def writing(self) -> Writing:
        """Return what the services take; only for a valid form."""
        data = self.cleaned_data
        chosen = data.get("on_behalf_of") or ""
        organisations = {str(row.pk): row for row in self.desk.organisations}
        return Writing(
            body=data["body"],
            language=data["language"],
            on_behalf_of=organisations.get(chosen),
            files=tuple(data["attachments"]),
            token=data.get("form_token") or "",
        )


class TopicForm(PostForm):
    """A title and areas above the first post."""

    title = TitleField(help_text=_("One sentence by which others see what it is about."))
    areas = AreasField()

    field_order = ["title", "body", "attachments", "language", "areas", "on_behalf_of"]


class TopicHeadForm(forms.Form):
    """Title, language and areas of a topic that stands already."""

    title = TitleField()
    language = forms.ChoiceField(label=_("Language of the topic"))
    areas = AreasField()

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices(language)  # type: ignore[attr-defined]  # a ChoiceField


class GistForm(forms.Form):
    """Title and gist of a topic in a further language; both empty takes them away."""

    language = forms.ChoiceField(label=_("Language"), choices=USUAL)
    title = forms.CharField(label=_("Title in this language"), max_length=TITLE_LENGTH, required=False)
    gist = forms.CharField(
        label=_("What it is about, in this language"),
        max_length=GIST_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("At most 300 characters, in your own words."),
    )


class ReadForm(forms.Form):
    """How far she has read."""

    position = forms.IntegerField(min_value=1, max_value=2_000_000_000)
