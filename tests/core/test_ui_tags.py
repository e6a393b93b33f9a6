"""The words of the ui tag library: what they print for good, empty and hostile values."""

import datetime as dt
import re
from typing import Any

import pytest
from django import forms
from django.template import Context
from django.test import RequestFactory
from django.utils import timezone, translation
from django.utils.functional import SimpleLazyObject

from core import icons
from core.templatetags import charts, ui

MOMENT = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("language", "style", "expected"),
    [
        ("cs", "short", "21. 11. 2026 10:30"),
        ("cs", "long", "21. listopadu 2026 10:30"),
        ("cs", "date", "21. 11. 2026"),
        ("cs", "month", "listopad 2026"),
        ("en", "date", "21 November 2026"),
        ("de", "date", "21.11.2026"),
        ("xx", "date", "21 November 2026"),
    ],
)
def test_moment_speaks_the_readers_language(language: str, style: str, expected: str) -> None:
    with translation.override(language), timezone.override("Europe/Prague"):
        html = ui.moment(MOMENT, style=style)
    assert expected in html.replace("\N{NO-BREAK SPACE}", " ")
    assert html.startswith("<time datetime=")


@pytest.mark.parametrize("style", ["short", "long"])
def test_moment_with_an_hour_may_become_relative(style: str) -> None:
    assert "data-moment" in ui.moment(MOMENT, style=style)


def test_moment_of_a_day_stays_absolute() -> None:
    assert ui.moment(dt.date(2026, 11, 21)).startswith('<time datetime="2026-11-21">')


def test_moment_of_nothing_is_empty() -> None:
    assert ui.moment(None) == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jana Nováková", "JN"),
        ("Olena", "O"),
        ("  Město   nad  Řekou ", "MŘ"),
        ("Олена Зразок", "ОЗ"),
        ("", "?"),
        (None, "?"),
        ("!!! ...", "?"),
        ("\ud800", "?"),
    ],
)
def test_initials(name: Any, expected: str) -> None:
    assert ui.initials(name) == expected


@pytest.mark.parametrize("name", ["Jana", "", None, "\ud800", "x" * 10_000])
def test_tone_is_steady_and_known(name: Any) -> None:
    assert ui.tone(name) == ui.tone(name)
    assert 1 <= ui.tone(name) <= ui.TONES


@pytest.mark.parametrize(
    ("kind", "expected"), [("topic", "topic"), ("post", "topic"), ("no such", "neutral"), (None, "neutral")]
)
def test_hue_of_a_kind(kind: Any, expected: str) -> None:
    assert ui.hue(kind) == expected


@pytest.mark.parametrize("kind", [*icons.KINDS, "no such"])
def test_every_kind_has_an_icon(kind: str) -> None:
    assert "<svg" in ui.kind_icon(kind)


class Form(forms.Form):
    title = forms.CharField(help_text="Short")
    level = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    agree = forms.BooleanField()
    secret = forms.CharField(widget=forms.HiddenInput)


@pytest.mark.parametrize(
    ("name", "expected"), [("title", "line"), ("level", "group"), ("agree", "check"), ("secret", "hidden")]
)
def test_widget_kind(name: str, expected: str) -> None:
    assert ui.widget_kind(Form()[name]) == expected


def test_widget_of_a_wrong_field_points_to_its_help_and_errors() -> None:
    html = ui.widget(Form({})["title"], data_counter=1, rows="")
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'class="input"' in html
    assert 'data-counter="1"' in html
    assert "rows" not in html


class SignIn(forms.Form):
    password = forms.CharField(widget=forms.PasswordInput(attrs={"placeholder": "Password"}))
    code = forms.CharField(widget=forms.TextInput(attrs={"placeholder": "Code", "autocomplete": "one-time-code"}))


@pytest.mark.parametrize("name", ["password", "code"])
def test_a_placeholder_that_says_the_label_again_is_left_out(name: str) -> None:
    assert "placeholder" not in ui.widget(SignIn()[name])


def test_a_password_knows_the_words_of_the_button_that_shows_it() -> None:
    with translation.override("en"):
        html = ui.widget(SignIn()["password"])
    assert 'data-show="Show" data-hide="Hide" data-what="the password"' in html


def test_a_code_is_typed_by_digits() -> None:
    html = ui.widget(SignIn()["code"])
    assert 'inputmode="numeric"' in html
    assert 'class="input input--code"' in html


def test_attrs_takes_pairs() -> None:
    assert 'autocomplete="off"' in ui.attrs(Form()["title"], "autocomplete:off, autofocus")


@pytest.mark.parametrize(
    ("query", "changes", "expected"),
    [
        ("?q=a&page=2", {"page": 3}, "?q=a&page=3"),
        ("?q=a&page=2", {"page": None}, "?q=a"),
        ("?tag=a&tag=b", {"tag": "c"}, "?tag=c"),
        ("", {"q": 'x"&<'}, "?q=x%22%26%3C"),
    ],
)
def test_query_replace(query: str, changes: dict[str, Any], expected: str) -> None:
    context = Context({"request": RequestFactory().get(f"/{query}")})
    assert ui.query_replace(context, **changes) == expected


@pytest.mark.parametrize(
    ("path", "url", "expected"),
    [("/cs/a/", "/cs/a/", "page"), ("/cs/a/b/", "/cs/a/", "true"), ("/cs/", "/cs/a/", ""), ("/cs/", "", "")],
)
def test_current_marks_where_the_reader_is(path: str, url: str, expected: str) -> None:
    context = Context({"request": RequestFactory().get(path)})
    assert ui.current(context, url) == (f'aria-current="{expected}"' if expected else "")


def test_current_leaves_a_place_that_has_its_own_link() -> None:
    context = Context({"request": RequestFactory().get("/cs/a/b/")})
    assert ui.current(context, "/cs/a/", but="/cs/a/b/") == ""


@pytest.mark.parametrize(("value", "expected"), [("/cs/a/", 'aria-current="page"'), (None, "")])
def test_current_takes_an_address_that_is_lazy(value: Any, expected: str) -> None:
    context = Context({"request": RequestFactory().get("/cs/a/")})
    assert ui.current(context, SimpleLazyObject(lambda: value)) == expected


@pytest.mark.parametrize(("values", "bars"), [([], 0), ([0, 0], 2), ([1, -5, 3.5], 3)])
def test_bar_chart_draws_one_bar_a_value(values: list[float], bars: int) -> None:
    assert charts.chart([{"label": "x", "value": value} for value in values]).count("<rect") == bars


@pytest.mark.parametrize(("values", "drawn"), [([], 0), ([3], 0), ([0, 0], 1), ([1, 5, 2], 1)])
def test_a_line_needs_two_points(values: list[float], drawn: int) -> None:
    svg = charts.chart([{"label": "x", "value": value} for value in values], style="line")
    assert svg.count("<polyline") == drawn


def test_many_bars_stay_inside_the_drawing() -> None:
    svg = charts.chart([{"label": str(number), "value": number} for number in range(120)])
    assert all(float(width) >= 1 for width in re.findall(r' width="([\d.]+)"', svg))
