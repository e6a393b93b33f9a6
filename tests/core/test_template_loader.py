"""Pages are sent without the indentation of their templates, and lose nothing else by it."""

from html import escape

import pytest
from django.template.loader import get_template, render_to_string

from core.template_loader import without_indentation


def test_blanks_at_the_ends_of_lines_go_and_the_lines_stay() -> None:
    assert without_indentation("<p>\n    a  b \n\n\t<br>\n</p>") == "<p>\na  b\n\n<br>\n</p>"


@pytest.mark.parametrize("text", ["  dva\n    čtyři", "\t<b>\n  "])
def test_what_people_wrote_is_untouched(text: str) -> None:
    widget = {"name": "body", "value": text, "attrs": {"id": "x"}}
    page = render_to_string("core/richtext.html", {"widget": widget, "groups": [], "html": "", "extensions": "[]"})
    assert f">\n{escape(text)}</textarea>" in page


def test_our_html_is_read_by_this_loader() -> None:
    page = get_template("base.html").template.source
    assert "\n " not in page
    assert page.count("\n") > 20
