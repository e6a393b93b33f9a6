"""Words for templates: `{% mail_acknowledgements %}` for the end of a mail, `|type_label` for page types."""

from typing import Any

from django import template
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from cms.models import FunderAcknowledgement
from cms.models.funders import MAIL_KEY, MAIL_SECONDS
from cms.services.navigation import public_logos
from core.texts import pick

register = template.Library()


@register.simple_tag
def mail_acknowledgements(language: str = "") -> list[dict[str, Any]]:
    """Return {sentence, logos} of what ends every mail, in the recipient's language; kept until one is changed.

    A logo's address is the same for everybody: whoever fetches it is told apart from nobody.
    """
    kept: list[dict[str, Any]] | None = cache.get(MAIL_KEY)
    if kept is None:
        rows = FunderAcknowledgement.objects.filter(in_mail=True).prefetch_related("logos__image")
        kept = [{"texts": row.sentence, "logos": [_absolute(logo) for logo in public_logos(row)]} for row in rows]
        cache.set(MAIL_KEY, kept, MAIL_SECONDS)
    languages = [language or get_language() or "cs"]
    return [{"sentence": pick(row["texts"], languages=languages), "logos": row["logos"]} for row in kept]


def _absolute(logo: dict[str, Any]) -> dict[str, Any]:
    src = logo["src"]
    return {**logo, "src": f"{settings.BASE_URL}{src}" if src.startswith("/") else src}


@register.filter
def types_label(model_name: str) -> str:
    """Return the word for several pages of a type, such as "tools"."""
    return str(apps.get_model("cms", model_name)._meta.verbose_name_plural) if model_name else ""


@register.filter
def type_label(model_name: str) -> str:
    """Return the word for a type of page, such as "tool"."""
    return str(apps.get_model("cms", model_name)._meta.verbose_name) if model_name else ""
