"""Audiences in words, for editors: the rules stay what they are."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.audiences import PUBLIC, SITE
from core.models import Audience
from platforms.models import Platform


class AudienceField(forms.ModelChoiceField):
    """A choice among everybody, members, and the people of each platform."""

    def __init__(self, **kwargs: Any) -> None:
        rules = Audience.objects.filter(rule__regex=r"^(public|site|platform:[0-9]+)$").order_by("rule")
        super().__init__(rules, **{"empty_label": "—", **kwargs})

    def label_from_instance(self, obj: Any) -> str:
        """Return the audience in words."""
        return audience_name(obj.rule)


def audience_name(rule: str) -> str:
    """Return who may read what has this rule."""
    if rule == PUBLIC:
        return _("everybody")
    if rule == SITE:
        return _("signed-in members")
    platform = Platform.objects.filter(pk=rule.split(":")[1]).first() if rule.startswith("platform:") else None
    return _("people of %(platform)s") % {"platform": platform.name} if platform else rule
