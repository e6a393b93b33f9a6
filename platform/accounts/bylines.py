"""The byline of a person's page: in which language she writes about herself, which she reads, and when it changed."""

from typing import Any

from django.utils.translation import gettext as _

from core.bylines import Byline, Fact, Named, in_languages
from core.text_fields import language_name


def byline_of(person: Any, *, about_language: str) -> Byline:
    """Return it for a person whose profile is shown anyway."""
    profile = person.profile
    reads = [Named(name=language_name(code), lang=code) for code in person.reads]
    others = [code for code, text in profile.about.items() if text]
    return Byline(
        facts=[
            *in_languages(about_language, others=others),
            *([Fact(code="reads", label=_("Reads"), names=reads)] if reads else []),
            Fact(code="changed", label=_("Profile last changed"), when=profile.updated_at),
        ]
    )
