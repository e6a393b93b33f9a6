"""How calls and changes of law show their day: in words and an icon, on their page and in lists."""

import datetime as dt

import pytest
from django.utils import timezone

from cms.models import NewsPage
from cms.services.calls import standing_of
from cms.services.news import news_row
from tests.factories import cms as pages

pytestmark = pytest.mark.django_db  # even a page in memory asks what type it is
TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("deadline", "code", "left"),
    [
        (None, "open", ""),
        (dt.date(2026, 11, 21), "closed", ""),
        (dt.date(2026, 11, 22), "soon", "poslední den je dnes"),
        (dt.date(2026, 12, 6), "soon", "14"),
        (dt.date(2026, 12, 7), "open", "15"),
    ],
)
def test_a_call_closes_by_itself(deadline, code, left):
    standing = standing_of(NewsPage(news_kind="call", deadline=deadline), today=TODAY)
    assert standing.code == code
    assert bool(left) == bool(standing.left)
    assert standing.word
    assert standing.icon


def test_what_is_no_call_stands_nowhere():
    assert standing_of(NewsPage(news_kind="law", deadline=TODAY), today=TODAY) is None


def test_a_row_names_the_day_to_keep_in_mind(home):
    soon = timezone.localdate() + dt.timedelta(days=3)
    call = news_row(pages.news(news_kind="call", deadline=soon))
    law = news_row(pages.news(news_kind="law", in_force_from=dt.date(2027, 1, 1)))
    plain = news_row(pages.news(news_kind="publication"))
    assert (call["day"], call["state_tone"], call["kind"]) == (soon, "warn", "call")
    assert (law["day"], law["kind"]) == (dt.date(2027, 1, 1), "law")
    assert "day" not in plain
    assert plain["kind"] == "publication"


def test_a_foreign_piece_of_news_says_its_language(home):
    assert news_row(pages.news(language="en"))["lang_label"] == "English"
    assert news_row(pages.news())["lang_label"] == ""


def test_the_page_of_a_law_says_from_when_it_applies(client, home):
    page = pages.news(
        news_kind="law", in_force_from=dt.date(2027, 1, 1), valid_as_of=TODAY, check_by=dt.date(2020, 1, 1)
    )
    answer = client.get(page.get_absolute_url())
    codes = answer.context["sheet"].byline.codes.split()
    assert {"in_force", "valid", "overdue"} <= set(codes)


@pytest.mark.parametrize(
    ("fields", "shown", "share"),
    [
        ({}, [], None),
        ({"budget": 1_200_000}, ["1 200 000"], None),
        ({"budget": 1_000_000, "grant": 900_000}, ["1 000 000", "900 000", "100 000"], 90),
        ({"grant": 900_000, "currency": "EUR"}, ["900 000"], None),
    ],
)
def test_a_project_says_what_it_cost_and_who_paid(client, home, fields, shown, share):
    answer = client.get(pages.project(**fields).get_absolute_url())
    money = answer.context["sheet"].facts["money"]
    text = answer.text.replace("\N{NO-BREAK SPACE}", " ")
    assert all(f"{sum_} " in text for sum_ in shown)
    assert (money or {}).get("share") == share
    assert ("money__bar" in text) == (share is not None)
