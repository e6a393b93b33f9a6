"""What a project cost and who paid it, in words and as a share to draw. Sums are whole units of a currency."""

from typing import Any

from babel.numbers import format_currency, format_percent
from django.utils.translation import gettext as _

from core.times import locale_of


def money_of(page: Any) -> dict[str, Any] | None:
    """Return the sums a project names, and the grant's share when both are known; None when it names none."""
    both = page.budget and page.grant is not None
    sums = {
        _("Total cost"): page.budget,
        _("Grant"): page.grant,
        _("Own share of the partners"): page.budget - page.grant if both else None,
    }
    known = [{"label": label, "sum": _spelt(value, page.currency)} for label, value in sums.items() if value]
    return {"sums": known, **_share(page.grant / page.budget if both else None)} if known else None


def _share(share: float | None) -> dict[str, Any]:
    if share is None:
        return {}
    text = _("The grant pays %(share)s of the cost.") % {"share": format_percent(share, locale=locale_of())}
    return {"share": round(share * 100), "share_text": text}


def _spelt(value: int, currency: str) -> str:
    locale = locale_of()
    whole = locale.currency_formats["standard"].pattern.replace("0.00", "0")
    return str(format_currency(value, currency, format=whole, locale=locale, currency_digits=False))
