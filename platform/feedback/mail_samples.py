"""Something to show for the mails of the feedback form; see `mail.samples`."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.urls import reverse

from mail.samples import Sample, register_samples


def _arrived(language: str) -> Mapping[str, Any]:
    row = SimpleNamespace(
        problem="Ve formuláři hledání se mi na telefonu nedaří zavřít výběr oblastí.\n\nČtu obrazovku čtečkou.",
        page=f"{settings.BASE_URL}/{language}/search/",
        email="cteni@example.org",
        wish="Písmem, ne telefonem.",
        language="cs",
    )
    return {"row": row, "list_url": f"{settings.BASE_URL}{reverse('feedback_list')}"}


def _thanks(_language: str) -> Mapping[str, Any]:
    return {"form_url": f"{settings.BASE_URL}{reverse('feedback:write')}", "wish": True}


register_samples(
    Sample(template="emails/feedback/arrived", name="", context=_arrived),
    Sample(template="emails/feedback/thanks", name="", context=_thanks),
)
