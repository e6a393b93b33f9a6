"""Every mail that exists, found on the disk and rendered by its samples: in each language, for every program."""

import html as entities
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import engines

from core.models import SiteSettings
from core.notices import all_notices
from mail.colours import colours
from mail.samples import Sample, all_samples
from tests.core.test_tokens_contrast import contrast

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).resolve().parents[2] / "templates"
ON_DISK = sorted(
    str(path.relative_to(FOLDER)).removesuffix(".subject.txt") for path in (FOLDER / "emails").rglob("*.subject.txt")
)
LANGUAGES = [code for code, _ in settings.LANGUAGES]
SAMPLES = all_samples()
MISSING = "THERE-IS-NO-SUCH-THING"
GMAIL_CUTS_AT = 102_000
VOID = {"meta", "br", "img", "link", "hr", "input"}
ADDRESS = re.compile(r"https?://\S+")
# Words that begin nothing but an English sentence.
ENGLISH = re.compile(
    r"\b(the|you|your|this|with|somebody|please|mail was|is not|What is|choose|click)\b", re.IGNORECASE
)


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    SiteSettings.objects.update_or_create(pk=1, defaults={"name": "Mosty", "contact": "mosty@example.org"})
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", MISSING)


def ident(value: Any) -> str:
    return value.slug if isinstance(value, Sample) else str(value)


every_mail = pytest.mark.parametrize("sample", SAMPLES, ids=ident)


def in_each_language(check: Callable[[Any, Sample, str], None]) -> Callable[[Any, Sample], None]:
    """Return the test that checks a sample in one language after another: fewer tests, the same questions."""

    def test(self: Any, sample: Sample) -> None:
        for language in LANGUAGES:
            check(self, sample, language)

    test.__name__ = check.__name__
    return test


@cache
def _kept(slug: str, language: str) -> tuple[str, str, str]:
    return next(sample for sample in SAMPLES if sample.slug == slug).render(language)


def parts(sample: Sample, language: str) -> tuple[str, str, str]:
    return _kept(sample.slug, language)


class Page(HTMLParser):
    """What a reader sees: texts with the elements they stand in."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, list[tuple[str, dict[str, str | None]]]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(tag in {"style", "title"} for tag, _ in self.stack):
            self.texts.append((" ".join(data.split()), list(self.stack)))

    def shown(self, *, language: str = "") -> str:
        """Return the texts a reader sees; with `language`, without those said to be in another."""
        kept = []
        for text, stack in self.texts:
            spoken = next((attrs["lang"] for _, attrs in reversed(stack) if attrs.get("lang")), language)
            if not language or spoken == language:
                kept.append(text)
        return " ".join(kept)


@pytest.mark.parametrize("template", ON_DISK)
def test_every_mail_on_the_disk_has_its_three_parts_and_a_sample(template: str) -> None:
    assert (FOLDER / f"{template}.html").is_file()
    assert (FOLDER / f"{template}.txt").is_file()
    assert template in {sample.template for sample in SAMPLES}, "register a Sample in the app's mail_samples.py"


def test_every_notice_has_a_sample() -> None:
    named = {sample.name for sample in SAMPLES}
    assert {notice.code for notice in all_notices()} <= named


@every_mail
class TestEachMail:
    @in_each_language
    def test_the_subject_is_one_short_line(self, sample: Sample, language: str) -> None:
        subject, _, _ = parts(sample, language)
        assert subject
        assert MISSING not in subject
        assert subject == entities.unescape(subject)
        assert '"' not in subject, "quotes of the language, or none"

    @in_each_language
    def test_the_page_is_whole_and_says_its_language(self, sample: Sample, language: str) -> None:
        subject, _, html = parts(sample, language)
        assert MISSING not in html
        assert html.startswith("<!DOCTYPE html>")
        page = Page(html)
        assert page.stack == []
        root = next(attrs for tag, attrs in page.elements if tag == "html")
        assert (root["lang"], root["dir"]) == (language, "ltr")
        # Gmail drops <html> and <body>: the language stands once more inside.
        inside = next(attrs for tag, attrs in page.elements if tag == "div")
        assert (inside["lang"], inside["dir"]) == (language, "ltr")
        assert f"<title>{entities.escape(subject, quote=False)}</title>" in html
        assert [tag for tag, _ in page.elements].count("h1") == 1
        assert page.shown().count("Mosty") >= 2

    @in_each_language
    def test_it_can_be_drawn_by_every_program(self, sample: Sample, language: str) -> None:
        _, _, html = parts(sample, language)
        page = Page(html)
        assert len(html.encode()) < GMAIL_CUTS_AT
        body = html[html.index("<body") :]
        assert not re.search(r"display:\s*(flex|grid)|position:|float:|var\(|light-dark|url\(", body)
        tables = [attrs for tag, attrs in page.elements if tag == "table" and attrs.get("class") != "facts"]
        assert all(attrs.get("role") == "presentation" for attrs in tables)
        assert all("style" in attrs for tag, attrs in page.elements if tag in {"h1", "h2", "p", "a", "body"})
        assert all("alt" in attrs for tag, attrs in page.elements if tag == "img")
        assert "@media (prefers-color-scheme: dark)" in html
        assert "@media (max-width: 480px)" in html
        assert "[data-ogsc]" in html
        assert '<meta name="color-scheme" content="light dark">' in html
        assert '<!--[if mso]><table role="presentation" width="600"' in html

    @in_each_language
    def test_links_say_where_they_lead(self, sample: Sample, language: str) -> None:
        _, _, html = parts(sample, language)
        links = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
        assert links
        for href, text in links:
            assert href.startswith(("http", "mailto:")), href
            assert len(re.sub(r"<[^>]*>|\s+", "", text)) > 2, href

    @in_each_language
    def test_the_text_is_good_by_itself(self, sample: Sample, language: str) -> None:
        _, text, html = parts(sample, language)
        assert MISSING not in text
        assert not re.search(r"&(#?\w+);|<\w+[ >]", text), "no entity, no element"
        assert "\n\n\n" not in text
        long = [line for line in text.splitlines() if len(line) > 78 and not ADDRESS.fullmatch(line.strip())]
        assert long == []
        shared = [line for line in text.splitlines() if ADDRESS.search(line) and not ADDRESS.fullmatch(line.strip())]
        assert shared == [], "an address stands on a line of its own"
        assert "\n-- \n" in text
        wanted = {entities.unescape(href) for href in re.findall(r'href="(http[^"]*)"', html)}
        said = set(ADDRESS.findall(text))
        assert said <= wanted | set(ADDRESS.findall(Page(html).shown())), "the same in both"
        assert {href for href in wanted if "example.org/" not in href} <= said

    @in_each_language
    def test_it_speaks_one_language(self, sample: Sample, language: str) -> None:
        if language == "en":
            return
        subject, _, html = parts(sample, language)
        found = set(ENGLISH.findall(Page(html).shown(language=language))) | set(ENGLISH.findall(subject))
        assert found == set()

    @in_each_language
    def test_it_says_why_it_comes_and_how_it_ends(self, sample: Sample, language: str) -> None:
        _, text, html = parts(sample, language)
        foot = html[html.index('class="foot"') :]
        assert "/privacy/" in foot
        if sample.template in {f"emails/notifications/{name}" for name in ("instant", "together", "digest")}:
            assert "/mail/u/sample/" in foot
            assert "/mail/u/sample/" in text


USED = re.findall(r"([\w-]+): \{\{ colours\.light\.(\w+) \}\}", (FOLDER / "emails/parts/style.html").read_text())
PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink_soft", "paper"),
    ("ink_soft", "surface"),
    ("ink", "sunken"),
    ("link", "paper"),
    ("link", "surface"),
    ("on_primary", "primary"),
]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_what_is_written_can_be_read(front: str, back: str, look: str) -> None:
    assert contrast(colours()[look][front], colours()[look][back]) >= 4.5


def test_every_colour_of_a_text_is_in_a_pair() -> None:
    fronts = {name for role, name in USED if role == "color"} - {"paper"}  # the preview, which nobody is to see
    assert fronts == {front for front, _ in PAIRS}


def test_every_colour_has_its_dark_twin() -> None:
    sheet = (FOLDER / "emails/parts/style.html").read_text(encoding="utf-8")
    light, dark = (set(re.findall(rf"colours\.{look}\.(\w+)", sheet)) for look in ("light", "dark"))
    assert light == dark
