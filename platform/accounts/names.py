"""What may stand as a person's name: it is shown in pages and mails, so it holds no address and no line break."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.typed import clean

_ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
LONGEST = 120


def clean_name(text: str) -> str:
    """Return the name in one line; raises ValidationError when it is no name."""
    name = " ".join(clean(text).split())
    if not any(character.isalpha() for character in name):
        raise ValidationError(_("Write your name, as your colleagues know it."))
    if _ADDRESS.search(name):
        raise ValidationError(_("A name holds no web or e-mail address."))
    return name
