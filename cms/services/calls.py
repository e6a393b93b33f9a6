"""How a call stands today: open, closing soon, closed. Nothing is stored, so it closes by itself after its last day."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from core.icons import FACTS

SOON = dt.timedelta(days=14)
TONES = {"open": "success", "soon": "warn", "closed": ""}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Code (`open`, `soon`, `closed`), the word for it, its tone, and how long there is left in words."""

    code: str
    word: str
    tone: str
    left: str = ""

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return FACTS[self.code]


def standing_of(call: Any, *, today: dt.date | None = None) -> Standing | None:
    """Return how a call stands; None for a page that is no call."""
    if not call.is_call:
        return None
    day = today or timezone.localdate()
    code = _code(call.deadline, day)
    words = {
        "open": pgettext("call", "open"),
        "soon": pgettext("call", "closes soon"),
        "closed": pgettext("call", "closed"),
    }
    left = _left(call.deadline - day) if call.deadline and code != "closed" else ""
    return Standing(code=code, word=words[code], tone=TONES[code], left=left)


def _code(deadline: dt.date | None, day: dt.date) -> str:
    if deadline is None:
        return "open"
    if deadline < day:
        return "closed"
    return "soon" if deadline - day <= SOON else "open"


def _left(time: dt.timedelta) -> str:
    if not time.days:
        return _("the last day is today")
    return ngettext("%(n)d day left", "%(n)d days left", time.days) % {"n": time.days}
