"""What leaves: the page with its mark inside, an answer that reaches somebody, colours and lines as they should be."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from core.models import SiteSettings
from mail.colours import colours
from mail.mark import mark_bytes, shown
from mail.message import build
from mail.plain import WIDTH, wrapped
from mail.render import render_mail
from tests.mail.test_queue import a_mail

pytestmark = pytest.mark.django_db
PAGE = '<p><img src="cid:mark" alt=""></p>'


def test_the_mark_travels_beside_the_page_and_is_no_attachment() -> None:
    message = build(a_mail(html=PAGE, text="Text")).message()
    assert message.get_content_type() == "multipart/related"
    texts, mark = message.get_payload()
    assert [part.get_content_type() for part in texts.get_payload()] == ["text/plain", "text/html"]
    assert (mark["Content-ID"], mark.get_content_disposition()) == ("<mark>", "inline")
    assert mark.get_payload(decode=True) == mark_bytes()


def test_a_page_without_the_mark_brings_no_picture() -> None:
    assert build(a_mail(html="<p>x</p>")).message().get_content_type() == "multipart/alternative"


def test_a_browser_sees_the_mark_too() -> None:
    assert 'src="data:image/png;base64,iVBOR' in shown(PAGE)


@pytest.mark.parametrize(
    ("contact", "own", "expected"),
    [
        ("sit@example.org", {}, "sit@example.org"),
        ("", {}, None),
        ("sit@example.org", {"Reply-To": "jana@example.org"}, "jana@example.org"),
    ],
)
def test_an_answer_reaches_somebody(contact: str, own: dict[str, str], expected: str | None) -> None:
    SiteSettings.objects.update_or_create(pk=1, defaults={"contact": contact})
    assert build(a_mail(headers=own)).message()["Reply-To"] == expected


def test_the_foot_names_the_contact_only_where_there_is_one() -> None:
    context = {"person": None, "signup_url": "https://example.org/"}
    SiteSettings.objects.update_or_create(pk=1, defaults={"contact": ""})
    _, text, html = render_mail("emails/account/unknown_account", context, "en")
    assert "mailto:" not in html
    assert "Questions?" not in text
    SiteSettings.objects.update(contact="sit@example.org")
    _, text, html = render_mail("emails/account/unknown_account", context, "en")
    assert 'href="mailto:sit@example.org"' in html
    assert "sit@example.org" in text


@pytest.fixture
def brand(tmp_path: Path, settings: object) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "brand.css").write_text(
        ":root { --primary: light-dark(#4a2c6d, #CDB4EA); --link: #123456; --ink: rgb(1 2 3); }", encoding="utf-8"
    )
    settings.STATICFILES_DIRS = [tmp_path, *settings.STATICFILES_DIRS]
    finders.get_finder.cache_clear()
    colours.cache_clear()
    yield tmp_path
    finders.get_finder.cache_clear()
    colours.cache_clear()


def test_colours_are_the_networks_own_where_it_has_some(brand: Path) -> None:
    ours = colours()
    assert (ours["light"]["primary"], ours["dark"]["primary"]) == ("#4a2c6d", "#cdb4ea")
    assert (ours["light"]["link"], ours["dark"]["link"]) == ("#123456", "#123456")
    assert ours["light"]["ink"] == "#1b2b30", "what is not understood stays ours"
    _, _, html = render_mail("emails/account/unknown_account", {"person": None, "signup_url": "https://a.cz/"}, "cs")
    assert 'bgcolor="#4a2c6d"' in html


ADDRESS = "https://example.org/" + "a" * 90


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("krátký", "krátký\n"),
        ("a\n\n\n\nb", "a\n\nb\n"),
        (ADDRESS, f"{ADDRESS}\n"),
        (f"Odkaz: {ADDRESS}", f"Odkaz:\n{ADDRESS}\n"),
        ("a\n-- \nb", "a\n-- \nb\n"),
        ("", "\n"),
    ],
)
def test_lines_are_short_and_addresses_whole(text: str, expected: str) -> None:
    assert wrapped(text) == expected


@pytest.mark.parametrize(("lead", "further"), [("- ", "  "), ("> ", "> "), ("  ", "  "), ("", ""), ("12. ", "    ")])
def test_what_is_indented_goes_on_indented(lead: str, further: str) -> None:
    lines = wrapped("x\n" + lead + "příliš žluťoučký kůň " * 8).splitlines()[1:]
    assert lines[0].startswith(lead)
    assert len(lines) > 1
    assert all(line.startswith(further) for line in lines[1:])
    assert max(len(line) for line in lines) <= WIDTH
