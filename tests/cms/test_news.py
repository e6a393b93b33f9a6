"""News: kinds, calls that close by themselves, paging, languages, and bad addresses."""

import datetime as dt

import pytest

from cms.services.news import PAGE, open_calls
from core.audiences import SITE
from core.viewer import VISITOR
from tests.factories import cms as pages

pytestmark = pytest.mark.django_db

TODAY = dt.date.today()  # noqa: DTZ011  the day of the site's zone is meant and compared by days only


def in_days(days):
    return TODAY + dt.timedelta(days=days)


@pytest.fixture
def index(home):
    return pages.news_index()


def test_news_stand_newest_first(client, index):
    pages.news(title="Starší", date=in_days(-10))
    pages.news(title="Novější", date=in_days(-1))
    text = client.get("/cs/novinky/").text
    assert text.index("Novější") < text.index("Starší")


def test_the_filter_by_kind(client, index):
    pages.news(title="Studie vyšla", news_kind="publication")
    pages.news(title="Zákon se mění", news_kind="law")
    text = client.get("/cs/novinky/?kind=law").text
    assert "Zákon se mění" in text
    assert "Studie vyšla" not in text


def test_open_calls_stand_by_deadline_and_closed_ones_close_by_themselves(client, index):
    pages.news(title="Pozdější výzva", news_kind="call", deadline=in_days(30))
    pages.news(title="Bližší výzva", news_kind="call", deadline=in_days(3))
    pages.news(title="Bez termínu", news_kind="call", deadline=None)
    pages.news(title="Dnes končí", news_kind="call", deadline=TODAY)
    pages.news(title="Včera skončila", news_kind="call", deadline=in_days(-1))
    titles = [call.title for call in open_calls(VISITOR)]
    assert titles == ["Dnes končí", "Bližší výzva", "Pozdější výzva", "Bez termínu"]
    answer = client.get("/cs/novinky/?kind=call")
    assert [row["title"] for row in answer.context["rows"]] == ["Včera skončila"]
    assert answer.context["rows"][0]["state"]


def test_open_calls_stand_above_all_other_news_and_only_there(client, index):
    pages.news(title="Výzva", news_kind="call", deadline=in_days(30), date=in_days(-90))
    pages.news(title="Skončená", news_kind="call", deadline=in_days(-1), date=in_days(-80))
    pages.news(title="Zpráva", date=TODAY)
    answer = client.get("/cs/novinky/")
    assert [row["title"] for row in answer.context["open_calls"]] == ["Výzva"]
    assert [row["title"] for row in answer.context["rows"]] == ["Zpráva", "Skončená"]


def test_a_call_shows_its_facts(client, index):
    call = pages.news(
        news_kind="call", deadline=in_days(3), funder_name="Ministerstvo", who_may_apply="obce", amount="do 2 mil. Kč"
    )
    text = client.get(call.get_absolute_url()).text
    for fact in ("Ministerstvo", "obce", "do 2 mil. Kč"):
        assert fact in text


def test_pages_are_addressed_by_position_without_gaps_or_doubles(client, index):
    made = {pages.news(date=in_days(-number % 7)).pk for number in range(PAGE + 5)}
    first = client.get("/cs/novinky/")
    second = client.get("/cs/novinky/" + first.context["pager"]["older"])
    hrefs = [row["href"] for answer in (first, second) for row in answer.context["rows"]]
    assert len(hrefs) == len(set(hrefs)) == len(made)
    assert not second.context["pager"]


@pytest.mark.parametrize(
    "query",
    [
        "?kind=x",
        "?before=x",
        "?before=2026-13-45_1",
        "?before=2026-01-01_x",
        "?before=_",
        "?before=2026-01-01_" + "9" * 50,
    ],
)
def test_a_bad_address_shows_the_list(client, index, query):
    pages.news(title="Zpráva")
    answer = client.get("/cs/novinky/" + query)
    assert answer.status_code == 200
    assert "Zpráva" in answer.text


def test_each_piece_of_news_stands_once_in_the_readers_language_if_there_is_one(client, index):
    czech = pages.news(title="Česky")
    pages.news(language="en", title="In English", translation_of=czech)
    pages.news(language="en", title="Only in English")
    czech_titles = [row["title"] for row in client.get("/cs/novinky/").context["rows"]]
    english_titles = [row["title"] for row in client.get("/en/novinky/").context["rows"]]
    assert sorted(czech_titles) == ["Only in English", "Česky"]
    assert sorted(english_titles) == ["In English", "Only in English"]


def test_news_for_members_are_not_there_for_visitors(client, index):
    pages.news(title="Jen pro členy", own_audience_id=SITE)
    assert "Jen pro členy" not in client.get("/cs/novinky/").text
