"""The styleguide's samples: long words, other scripts, empty parts. Invented, never shown elsewhere."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from django import forms
from django.utils import timezone

FILES = (Path(__file__).with_suffix(".json"), Path(__file__).with_name("styleguide_states.json"))
DATED = {
    "minutes_ago": "when",
    "edited_minutes_ago": "edited",
    "begun_minutes_ago": "begun_at",
    "ended_minutes_ago": "ended_at",
}


class SampleForm(forms.Form):
    """One field of every sort."""

    title = forms.CharField(
        label="Název tématu", max_length=120, help_text="Krátká věta, podle které ostatní poznají, o co jde."
    )
    mail = forms.EmailField(label="E-mail", required=False)
    language = forms.ChoiceField(
        label="Jazyk textu", choices=[("cs", "čeština"), ("uk", "українська"), ("vi", "Tiếng Việt")]
    )
    level = forms.ChoiceField(
        label="Jak vám máme psát?",
        choices=[("none", "jen na webu"), ("weekly", "týdenní přehled"), ("now", "hned")],
        widget=forms.RadioSelect,
        help_text="Kdykoli to změníte.",
    )
    areas = forms.MultipleChoiceField(
        label="Oblasti",
        choices=[("housing", "bydlení"), ("school", "škola"), ("work", "práce")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    text = forms.CharField(label="Text", widget=forms.Textarea, required=False)
    file = forms.FileField(label="Příloha", required=False, help_text="Nejvýše 25 MB.")
    closed = forms.CharField(
        label="Adresa platformy", initial="liberec", disabled=True, required=False, help_text="Už se nemění."
    )
    agree = forms.BooleanField(label="Přečetl/a jsem pravidla platformy")


def samples() -> dict[str, Any]:
    """Return the samples by the component they are for; times count back from now."""
    now = timezone.now()

    def date(sample: dict[str, Any]) -> dict[str, Any]:
        for key, name in DATED.items():
            if key in sample:
                sample[name] = now - dt.timedelta(minutes=sample.pop(key))
        return sample

    found: dict[str, Any] = {"now": now}
    for file in FILES:
        found |= json.loads(file.read_text(encoding="utf-8"), object_hook=date)
    return found
