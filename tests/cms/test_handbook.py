"""The handbook: parts, order of reading, tools that stand once and are listed under every goal they serve."""

import datetime as dt

import pytest

from cms.models import GoalPage, IndicatorPage, SituationPage, ToolPage
from core.audiences import SITE
from tests.factories import cms as pages
from tests.factories.cms import DocumentFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.vocabulary import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def handbook(home):
    return pages.handbook_index()


def test_the_index_lists_parts_and_pages(client, handbook):
    pages.chapter(title="Kde začít")
    text = client.get("/cs/prirucka/").text
    assert "Nástroje" in text
    assert "Kde začít" in text


def test_before_and_after_follow_the_order_of_the_tree(client, handbook):
    first, second, third = (pages.chapter(title=f"Kapitola {n}", slug=f"k{n}") for n in range(3))
    place = client.get(second.get_absolute_url()).context["sheet"].place
    assert (place.before["pk"], place.after["pk"]) == (first.pk, third.pk)


def test_hidden_pages_are_in_no_list_and_no_step(client, handbook):
    first = pages.chapter(title="Veřejná první", slug="k1")
    pages.chapter(title="Jen pro členy", slug="k2", own_audience_id=SITE)
    third = pages.chapter(title="Veřejná třetí", slug="k3")
    answer = client.get(first.get_absolute_url())
    assert "Jen pro členy" not in answer.text
    assert answer.context["sheet"].place.after["pk"] == third.pk
    assert "Jen pro členy" not in client.get("/cs/prirucka/").text


def test_what_serves_a_goal_stands_under_every_goal_it_serves(client, handbook):
    goals = [pages.chapter(model=GoalPage, title=f"Cíl {n}", slug=f"cil-{n}") for n in range(2)]
    for model, title in ((ToolPage, "Tlumočení"), (IndicatorPage, "Vyřízeno napoprvé"), (SituationPage, "Propouštění")):
        pages.chapter(model=model, title=title, goals=goals)
    for goal in goals:
        text = client.get(goal.get_absolute_url()).text
        for title in ("Tlumočení", "Vyřízeno napoprvé", "Propouštění"):
            assert title in text


def test_a_tool_names_its_goals_and_a_translated_goal_finds_the_tool(client, handbook):
    goal = pages.chapter(model=GoalPage, title="Cíl česky", slug="cil")
    english = pages.chapter(model=GoalPage, language="en", title="Goal in English", slug="goal", translation_of=goal)
    tool = pages.chapter(model=ToolPage, title="Tlumočení", slug="tlumoceni", goals=[goal])
    assert "Cíl česky" in client.get(tool.get_absolute_url()).text
    text = " ".join(client.get("/en" + english.url_path.replace("/home-en", "")).text.split())
    assert '<a href="/en/prirucka/nastroje/tlumoceni/" lang="cs"' in text


def test_a_page_names_who_answers_for_it_how_long_it_holds_and_its_sources(client, handbook):
    page = pages.chapter(
        model=ToolPage,
        organisation=OrganisationFactory(name="Síť obcí"),
        valid_as_of=dt.date(2026, 11, 1),
        check_by=dt.date(2027, 11, 1),
        sources="<p>Vlastní zkušenost</p>",
        cost_level="low",
        cost_band="do 10 tisíc",
        note="Příklad, ne rada",
    )
    text = client.get(page.get_absolute_url()).text
    for fact in (
        "Síť obcí",
        'datetime="2026-11-01"',
        'datetime="2027-11-01"',
        "Vlastní zkušenost",
        "do 10 tisíc",
        "Příklad, ne rada",
    ):
        assert fact in text


def test_downloads_are_offered_only_to_those_who_may_have_them(client, handbook):
    page = pages.chapter()
    page.downloads.create(document=DocumentFactory(title="Veřejný vzor"), title="", sort_order=0)
    page.downloads.create(document=DocumentFactory(title="Interní vzor", audience_id=SITE), title="", sort_order=1)
    page.save_revision().publish()
    text = client.get(page.get_absolute_url()).text
    assert "Veřejný vzor" in text
    assert "Interní vzor" not in text


def test_areas_and_related_pages_are_linked(client, handbook):
    other = pages.chapter(title="Jiná kapitola")
    page = pages.chapter(areas=[AreaFactory(code="BYD", names={"cs": "Bydlení"})], related_pages=[other])
    text = client.get(page.get_absolute_url()).text
    assert "/cs/areas/BYD/" in text
    assert "Jiná kapitola" in text
