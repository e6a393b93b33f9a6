"""The three parts of a mail: in the recipient's language, its styles in the elements, nothing loaded from anywhere."""

import re
from typing import Any

import pytest
from django.template import engines

from mail.render import inline_styles, render_mail

pytestmark = pytest.mark.django_db

NAME = "Jana <Nová> & spol."
CONTEXT: dict[str, Any] = {"password_reset_url": "https://example.org/cs/x/?a=1&b=2", "person": {"name": NAME}}
BASE = "emails/account/password_reset_key"


def test_text_is_not_escaped_and_html_is() -> None:
    _, text, html = render_mail(BASE, CONTEXT, "en")
    assert NAME in text
    assert "Jana &lt;Nová&gt; &amp; spol." in html
    assert CONTEXT["password_reset_url"] in text


def test_the_subject_is_one_line() -> None:
    subject, _, _ = render_mail(BASE, CONTEXT, "en")
    assert subject == "A new password for Mosty"


@pytest.mark.parametrize(("language", "used"), [("en", "en"), ("de", "de"), ("xx", "cs"), ("", "cs")])
def test_a_language_that_is_not_installed_falls_back(language: str, used: str) -> None:
    _, text, html = render_mail(BASE, CONTEXT, language)
    assert f'<html lang="{used}"' in html
    assert f"/{used}/privacy/" in text


def test_nothing_is_loaded_and_nothing_watches() -> None:
    _, _, html = render_mail(BASE, CONTEXT, "cs")
    assert not re.search(r"<(link|script|iframe)\b", html)
    assert set(re.findall(r'<img[^>]*\bsrc="([^"]*)"', html)) == {"cid:mark"}, "the mark travels inside the mail"
    assert "url(" not in html


def test_styles_stand_in_the_elements_and_the_dark_rules_stay() -> None:
    _, _, html = render_mail(BASE, CONTEXT, "cs")
    assert re.search(r'<td class="button__cell"[^>]* style="[^"]*background-color', html)
    assert "@media (prefers-color-scheme: dark)" in html


def test_a_plain_document_stays_what_it_is() -> None:
    source = engines["django"].from_string("<html><head></head><body><p>Text</p></body></html>").render()
    assert "<p>Text</p>" in inline_styles(source)
