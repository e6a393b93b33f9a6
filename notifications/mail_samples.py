"""Something to show for each mail with news: one for every notice there is, and the overviews; see `mail.samples`."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any

from django.utils.safestring import SafeString

from core.notices import Notice, all_notices
from core.times import period, spell
from mail.samples import ZONE, Sample, register_samples
from notifications.digests.sections import Entry, Section, language_in_words, section_title
from notifications.headers import by_mail_address, permanent
from notifications.instant.letters import addresses
from notifications.words import Line, Words

TOKEN = "sample"  # noqa: S105  opens nothing
AT = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
SINCE = dt.datetime(2026, 11, 14, 6, 0, tzinfo=dt.UTC)
TITLE = "Ubytovny v Libereckém kraji: co se změnilo po 1. říjnu a kdo má klíče od společných kuchyní"
ACTOR = "Mgr. Jana Nováková-Dvořáčková, Ph.D."
WRITTEN = SafeString(
    "<blockquote><p>Kdo dnes platí tlumočení na úřadě?</p></blockquote><p>U nás je to z <strong>dotace obcím</strong>; "
    'smlouvu má <a href="https://example.org/">centrum</a> do konce roku.</p><ul><li>přepážka: každé úterý</li>'
    "<li>telefon: 8–16 hodin</li></ul>"
)
PLAIN = "> Kdo dnes platí tlumočení na úřadě?\n\nU nás je to z dotace obcím; smlouvu má centrum do konce roku."


class _Sampled(Words):
    """Words that name the same thing whatever they are asked about."""

    def sampled(self, notice: Notice, *, count: int) -> Line:
        """Return the line of a notice."""
        values = {"actor": ACTOR, "title": TITLE, "count": count}
        template = notice.many if notice.many is not None and count > 1 else notice.text
        marked = {**values, "title": f'<span lang="cs">{TITLE}</span>'}
        return Line(row=None, sentence=str(template % values), html=SafeString(template % marked))


def _instant(notice: Notice, language: str) -> Mapping[str, Any]:
    line = _Sampled(items={}, names={}).sampled(notice, count=1)
    said = notice.code.startswith("forums.")
    return {
        "line": SimpleNamespace(
            sentence=line.sentence, html=line.html, facts=() if said else ("Děkujeme, že jste s námi.",)
        ),
        "subject": f"[Ubytování] {TITLE}" if said else line.sentence,
        "link": permanent(("topic", 1)),
        "place": TITLE if said else "",
        "when": spell(AT, style="long", language=language, zone=ZONE),
        "body_text": PLAIN if said else "",
        "body_html": WRITTEN if said else "",
        "body_language": "cs",
        "is_cut": False,
        **addresses(language, token=TOKEN),
    }


def _together(language: str) -> Mapping[str, Any]:
    words = _Sampled(items={}, names={})
    lines = [(words.sampled(notice, count=n), permanent(("topic", n))) for n, notice in enumerate(all_notices()[:5], 1)]
    return {"lines": lines, **addresses(language, token=TOKEN)}


def _entries(count: int, *, language: str) -> list[Entry]:
    own: dict[str, Any] = {"title": TITLE, "href": permanent(("topic", 1)), "language": "cs", "at": AT, "author": ACTOR}
    foreign = Entry(
        title="Житло для сімей з дітьми: досвід громад",
        href=permanent(("topic", 2)),
        language="uk",
        at=AT,
        foreign=language_in_words("uk", language=language),
        gist="Tři obce popisují, jak hledají byty pro rodiny s dětmi.",
        gist_language="cs",
    )
    return [*(Entry(**own, replies=n, summary="Přehled pravidel, lhůt a kontaktů." * n) for n in range(count)), foreign]


def _digest(language: str, **what: Any) -> Mapping[str, Any]:
    codes = ("news", "topic", "post", "handbook")
    sections = [
        Section(
            code=code,
            title=section_title(code),
            entries=_entries(n, language=language),
            more=n,
            more_href=permanent(("platform", 1)),
        )
        for n, code in enumerate(codes, 1)
    ]
    start = {"platform": "", "follows": False, "visitor": False}
    mine = addresses(language, token=TOKEN)
    days = period(SINCE, AT, language=language, zone=ZONE)
    return {**start, "sections": sections, "days": days, **mine, **what}


def _confirm(*, known: bool, platform: str = "") -> Mapping[str, Any]:
    return {
        "known": known,
        "platform": platform,
        "confirm_url": by_mail_address(TOKEN, page="c"),
        "settings_url": by_mail_address(TOKEN, page="s"),
        "unsubscribe_url": by_mail_address(TOKEN),
    }


def register() -> None:
    """Register the samples; called when every app has declared its notices."""
    digest, confirm = "emails/notifications/digest", "emails/notifications/confirm"
    register_samples(
        *(
            Sample(
                template="emails/notifications/instant",
                name=notice.code,
                context=partial(_instant, notice),
            )
            for notice in all_notices()
        ),
        Sample(template="emails/notifications/together", name="", context=_together),
        Sample(template=digest, name="", context=_digest),
        Sample(template=digest, name="platform", context=lambda lang: _digest(lang, platform="Ubytování")),
        Sample(template=digest, name="follows", context=lambda lang: _digest(lang, follows=True)),
        Sample(template=digest, name="visitor", context=lambda lang: _digest(lang, visitor=True)),
        Sample(template=confirm, name="", context=lambda _lang: _confirm(known=False)),
        Sample(template=confirm, name="platform", context=lambda _lang: _confirm(known=False, platform="Ubytování")),
        Sample(template=confirm, name="known", context=lambda _lang: _confirm(known=True)),
    )
