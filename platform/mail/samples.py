"""What mails there are, each with something to show: `/styleguide/mails/` and the test of all mails read this list.

A template under `templates/emails/` that has no sample here fails that test.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final

from django.utils import timezone, translation
from django.utils.text import slugify

from core.times import zone_of
from mail.render import render_mail

Context = Callable[[str], Mapping[str, Any]]
ZONE: Final = "Europe/Prague"
PERSON: Final = SimpleNamespace(name="Олена Коваленко", language="uk", time_zone=ZONE, is_authenticated=True)
_samples: dict[str, "Sample"] = {}


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One mail: its template, in words what it is, and `context(language)`, called with the language active."""

    template: str
    name: str
    context: Context

    @property
    def slug(self) -> str:
        """Its word in an address."""
        return slugify(f"{self.template.rsplit('/', 1)[-1]} {self.name}".replace(".", "-"))

    def render(self, language: str) -> tuple[str, str, str]:
        """Return (subject, text, html) in a language."""
        with translation.override(language), timezone.override(zone_of(ZONE)):
            context = self.context(language)
        return render_mail(self.template, context, language, zone=ZONE)


def register_samples(*samples: Sample) -> None:
    """Add samples; the same template and name again replaces one."""
    for sample in samples:
        _samples[sample.slug] = sample


def all_samples() -> list[Sample]:
    """Return every sample, those of one template together."""
    return sorted(_samples.values(), key=lambda sample: (sample.template, sample.name))


def sample(slug: str) -> Sample | None:
    """Return one sample; None when there is no such."""
    return _samples.get(slug)
