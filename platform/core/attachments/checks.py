"""The gate every upload passes: size, kind by content, pictures drawn anew, name cleaned. Stores nothing."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from core.attachments.images import Drawn, draw_anew
from core.attachments.names import clean_name
from core.attachments.sniff import sniff
from core.attachments.types import STORED_AS, TYPES
from core.typed import clean


@dataclass(frozen=True, kw_only=True)
class CheckedUpload:
    """A file that may be stored, with everything known about it."""

    content: bytes
    name: str
    code: str
    sha256: str
    drawn: Drawn | None = None


def check_upload(file: Any) -> CheckedUpload:
    """Return the checked file (any file object with `size` and `name`); raises ValidationError saying what is wrong."""
    if file.size > settings.ATTACHMENT_MAX_BYTES:
        limit = {"limit": filesizeformat(settings.ATTACHMENT_MAX_BYTES)}
        raise ValidationError(_("This file is too large; at most %(limit)s fit."), code="size", params=limit)
    if not file.size:
        raise ValidationError(_("This file is empty."), code="empty")
    given = clean(file.name or "")
    code = sniff(file, name=given)
    stored = STORED_AS.get(code, code)
    drawn = draw_anew(file, code=code) if TYPES[stored].is_image else None
    content = drawn.content if drawn else _whole(file)
    return CheckedUpload(
        content=content,
        name=clean_name(given, code=stored),
        code=stored,
        sha256=hashlib.sha256(content).hexdigest(),
        drawn=drawn,
    )


def _whole(file: Any) -> bytes:
    file.seek(0)
    content: bytes = file.read()
    return content
