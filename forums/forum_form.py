"""The form of a forum itself. What it offers is never more open than the platform the forum stands on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.audiences import PUBLIC, SITE
from core.text_fields import TextsFormField, TextsWidget
from forums.models import Forum, Right
from platforms.models import Platform, Visibility

LANGUAGES = ("cs", "en", "sk", "de", "uk")


def audience_choices(platform: Platform) -> list[tuple[str, Any]]:
    """Return (rule, words) of who may read a forum there, the most open first."""
    choices: list[tuple[str, Any]] = [(platform.members_rule, _("only members of the platform"))]
    if platform.visibility != Visibility.HIDDEN:
        choices.insert(0, (SITE, _("everybody who is signed in")))
    if platform.visibility == Visibility.PUBLIC:
        choices.insert(0, (PUBLIC, _("everybody, search engines too")))
    return choices


class ForumForm(forms.Form):
    """Name and purpose per language, who reads, who starts topics, who replies."""

    names = TextsFormField(label=_("Name of the forum"), max_length=120, widget=TextsWidget(languages=LANGUAGES))
    about = TextsFormField(
        label=_("What it is for"), max_length=600, required=False, widget=TextsWidget(languages=LANGUAGES, rows=2)
    )
    audience = forms.ChoiceField(
        label=_("Who reads it"),
        widget=forms.RadioSelect,
        help_text=_("It holds for topics started from now on; those that stand keep their readers."),
    )
    start_right = forms.ChoiceField(
        label=_("Who starts topics"), choices=Right.choices, initial=Right.CONTRIBUTE, widget=forms.RadioSelect
    )
    reply_right = forms.ChoiceField(
        label=_("Who replies"), choices=Right.choices, initial=Right.CONTRIBUTE, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, platform: Platform, forum: Forum | None = None, **kwargs: Any) -> None:
        if forum is not None:
            start = {name: getattr(forum, name) for name in ("names", "about", "start_right", "reply_right")}
            kwargs["initial"] = {**start, "audience": str(forum.audience_id)}
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = audience_choices(platform)  # type: ignore[attr-defined]  # a ChoiceField
