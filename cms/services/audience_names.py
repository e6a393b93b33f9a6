"""Audiences in words, for editors: the rules stay what they are."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.audiences import PUBLIC, SITE
from core.models import Audience
from platforms.models import Platform

CHOSEN_FROM = r"^(public|site|platform:[0-9]+)$"


class AudienceField(forms.ModelChoiceField):
    """A choice among everybody, members, and the people of each platform."""

    def __init__(self, **kwargs: Any) -> None:
        rules = Audience.objects.filter(rule__regex=CHOSEN_FROM).order_by("rule")
        super().__init__(rules, **{"empty_label": "—", **kwargs})
        self.platform_names: dict[str, str] | None = None

    def label_from_instance(self, obj: Any) -> str:
        """Return the audience in words; the platforms are read once for each form."""
        if self.platform_names is None:
            self.platform_names = {f"platform:{platform.pk}": platform.name for platform in Platform.objects.all()}
        if obj.rule == PUBLIC:
            return _("everybody")
        if obj.rule == SITE:
            return _("signed-in members")
        return _("people of %(platform)s") % {"platform": self.platform_names.get(obj.rule, obj.rule)}
