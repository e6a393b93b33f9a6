"""Pages are sent without the indentation of their templates, and lose nothing else by it."""

from html import escape

import pytest
from django.template.loader import get_template, render_to_string

from core.template_loader import without_control_lines, without_indentation


def test_blanks_at_the_ends_of_lines_go_and_the_lines_stay() -> None:
    assert without_indentation("<p>\n    a  b \n\n\t<br>\n</p>") == "<p>\na  b\n\n<br>\n</p>"


@pytest.mark.parametrize(
    ("source", "sent"),
    [
        ("{% load i18n %}\n<p>", "{% load i18n %}<p>"),
        ("<a>\n{% if a == 'b' %}{% with c=d %}\nx\n{% endwith %}{% endif %}\ny", None),
        ("{% url 'a:b' c as d %}\n<i>", "{% url 'a:b' c as d %}<i>"),
        ("{% icon 'x' %}\n<span>", "{% icon 'x' %}\n<span>"),
        ("<b>{% if x %}\n</b>", "<b>{% if x %}\n</b>"),
        ("{% translate 'Title' %}\n{% include 'y' %}\n", "{% translate 'Title' %}\n{% include 'y' %}\n"),
    ],
)
def test_lines_of_control_tags_leave_no_empty_lines(source: str, sent: str | None) -> None:
    wanted = "<a>\n{% if a == 'b' %}{% with c=d %}x\n{% endwith %}{% endif %}y" if sent is None else sent
    assert without_control_lines(source) == wanted


@pytest.mark.parametrize("text", ["  dva\n    čtyři", "\t<b>\n  "])
def test_what_people_wrote_is_untouched(text: str) -> None:
    widget = {"name": "body", "value": text, "attrs": {"id": "x"}}
    page = render_to_string("core/richtext.html", {"widget": widget, "groups": [], "html": "", "extensions": "[]"})
    assert f">\n{escape(text)}</textarea>" in page


def test_our_html_is_read_by_this_loader() -> None:
    page = get_template("base.html").template.source
    assert "\n " not in page
    assert page.count("\n") > 20
