"""Words for templates: `{% mail_acknowledgements %}` for the end of a mail, `|type_label` for page types."""

from django import template
from django.apps import apps
from django.core.cache import cache
from django.utils.translation import get_language

from cms.models import FunderAcknowledgement
from cms.models.funders import MAIL_KEY, MAIL_SECONDS
from core.texts import pick

register = template.Library()


@register.simple_tag
def mail_acknowledgements(language: str = "") -> list[str]:
    """Return the sentences that end every mail, in the recipient's language; kept until one of them is changed."""
    kept: list[dict[str, str]] | None = cache.get(MAIL_KEY)
    if kept is None:
        kept = list(FunderAcknowledgement.objects.filter(in_mail=True).values_list("sentence", flat=True))
        cache.set(MAIL_KEY, kept, MAIL_SECONDS)
    return [pick(sentence, languages=[language or get_language() or "cs"]) for sentence in kept]


@register.filter
def type_label(model_name: str) -> str:
    """Return the word for a type of page, such as "tool"."""
    return str(apps.get_model("cms", model_name)._meta.verbose_name) if model_name else ""
