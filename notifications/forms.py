"""Forms of digests and delivery. Each holds its own fields only, so that no consent changes by accident."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.languages import language_choices
from core.notices import ByMail, Notice, all_notices
from notifications.models import Channel, DigestSubscription, Frequency
from notifications.models.digest import MORNING, TUESDAY, Weekday

HOURS = [(hour, f"{hour}:00") for hour in range(24)]


class RhythmForm(forms.Form):
    """How often, on which day and at what hour; and whether other languages are left out."""

    frequency = forms.ChoiceField(
        label=_("How often"), choices=Frequency.choices, initial=Frequency.WEEKLY, widget=forms.RadioSelect
    )
    weekday = forms.TypedChoiceField(
        label=_("On which day"),
        help_text=_("Every month means the first such day of the month; every day has no choice of a day."),
        choices=Weekday.choices,
        coerce=int,
        initial=TUESDAY,
    )
    hour = forms.TypedChoiceField(label=_("At what hour"), choices=HOURS, coerce=int, initial=MORNING)
    leave_out_other_languages = forms.BooleanField(
        label=_("Leave out what is in languages I do not read"),
        help_text=_("Otherwise it ends each section, with a short text in your language where somebody wrote one."),
        required=False,
    )


class LanguagesForm(RhythmForm):
    """The same for an address without account, whose languages no profile knows."""

    languages = forms.MultipleChoiceField(
        label=_("Languages I read"), required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = ["frequency", "weekday", "hour", "languages", "leave_out_other_languages"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = language_choices()  # type: ignore[attr-defined]  # a choice field


class WhatForm(forms.Form):
    """The whole site or one of the platforms, and how often."""

    what = forms.ChoiceField(label=_("What it is about"))
    frequency = forms.ChoiceField(
        label=_("How often"), choices=Frequency.choices, initial=Frequency.WEEKLY, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, platforms: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(f"platform-{pk}", name) for pk, name in platforms.items()]
        self.fields["what"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("site", _("the whole site")),
            *([(_("one platform"), named)] if named else []),
        ]

    @property
    def subject(self) -> tuple[str, int]:
        """What was chosen: (`site`, 0) or (`platform`, its id); only for a valid form."""
        word, _, pk = str(self.cleaned_data["what"]).partition("-")
        return word, int(pk or 0)


class SubscribeForm(WhatForm):
    """The same for somebody without account: her address, and the languages she reads."""

    email = forms.EmailField(
        label=_("Your e-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages I read"),
        help_text=_("What is in other languages comes last; nothing is left out."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    field_order = ["email", "what", "frequency", "languages"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = language_choices()  # type: ignore[attr-defined]  # a choice field


class DeliveryForm(forms.Form):
    """One tick per notice and channel. Places one follows have levels of their own and no tick for mail."""

    def __init__(self, *args: Any, chosen: Mapping[tuple[str, str], bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for notice in all_notices():
            for channel in channels_of(notice):
                self.fields[field_name(notice, channel)] = forms.BooleanField(
                    label=f"{notice.name} – {Channel(channel).label}",
                    required=False,
                    initial=chosen[notice.code, channel],
                )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The table: a notice and its cells, an empty one where there is no choice."""
        return [
            {
                "notice": notice,
                "cells": [
                    self[field_name(notice, channel)] if channel in channels_of(notice) else None
                    for channel in Channel.values
                ],
            }
            for notice in all_notices()
        ]

    def changes(self) -> list[tuple[str, str, bool]]:
        """Return (notice, channel, wanted) of every tick that was changed; only for a valid form."""
        return [
            (notice.code, channel, bool(self.cleaned_data[field_name(notice, channel)]))
            for notice in all_notices()
            for channel in channels_of(notice)
            if self.cleaned_data[field_name(notice, channel)] != self.fields[field_name(notice, channel)].initial
        ]


def channels_of(notice: Notice) -> list[str]:
    """Return the channels about which a person has a word."""
    mails = notice.by_mail in {ByMail.NEWS, ByMail.SERVICE}
    return [Channel.SITE.value, Channel.MAIL.value] if mails else [Channel.SITE.value]


def field_name(notice: Notice, channel: str) -> str:
    """Return the name of a tick."""
    return f"{notice.code.replace('.', '-')}-{channel}"


def rhythm_of(row: DigestSubscription) -> dict[str, Any]:
    """Return what a form shows of a subscription."""
    names = ["frequency", "weekday", "hour", "leave_out_other_languages", *([] if row.person_id else ["languages"])]
    return {name: getattr(row, name) for name in names}
