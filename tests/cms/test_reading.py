"""Finding one's place: the contents of a page, its parts in their order, and what is remembered in the browser."""

import re
from pathlib import Path

import pytest

from cms.models import GoalPage, IndicatorPage, SituationPage, ToolPage
from core.audiences import SITE
from tests.factories import cms as pages

pytestmark = pytest.mark.django_db
SCRIPTS = Path(__file__).resolve().parents[2] / "static" / "js"


def contents(answer):
    """Return (id, level) of every entry of the list of contents."""
    return [(entry["id"], entry["level"]) for entry in answer.context["sheet"].contents]


def test_the_contents_hold_sections_headings_and_what_stands_below(client, home):
    page = pages.chapter(
        model=SituationPage,
        first_24h="<p>Zavolat.</p>",
        after="<p>Uzavřít.</p>",
        body=[("heading", "Po roce"), ("paragraph", "<h3>Podrobně</h3><p>Text.</p>")],
        sources="<p>Zkušenost</p>",
    )
    answer = client.get(page.get_absolute_url())
    assert contents(answer) == [("first-24h", 2), ("after", 2), ("po-roce", 2), ("podrobne", 3), ("sources", 2)]
    for name, _level in contents(answer):
        assert f'id="{name}"' in answer.text
        assert answer.text.count(f'href="#{name}"') == 2  # beside the text, and folded above it on a phone


def test_a_heading_never_takes_the_address_of_a_section(client, home):
    page = pages.chapter(model=GoalPage, how_verified="<p>Počtem.</p>", body=[("heading", "How verified")])
    assert contents(client.get(page.get_absolute_url())) == [("how-verified", 2), ("how-verified-2", 2)]


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (ToolPage, {"prerequisites": "<p>Mít předem</p>"}),
        (IndicatorPage, {"definition": "<p>Vymezení</p>", "source": "<p>Odkud</p>", "pitfalls": "<p>Pozor</p>"}),
        (SituationPage, {"first_week": "<p>Do týdne</p>", "contacts_roles": "<p>Starostka</p>"}),
        (GoalPage, {"how_verified": "<p>Počtem</p>"}),
    ],
)
def test_every_section_of_a_kind_is_shown_and_shown_again_from_what_is_kept(client, home, model, fields):
    page = pages.chapter(model=model, **fields)
    first, again = (client.get(page.get_absolute_url()).text for _time in range(2))
    for text in fields.values():
        assert text in first
        assert text in again


def test_a_short_page_has_no_contents(client, home):
    page = pages.chapter(body=[("heading", "Jediný nadpis")])
    assert 'class="contents"' not in client.get(page.get_absolute_url()).text


def test_only_the_part_one_reads_is_unfolded(client, home):
    here, other = pages.chapter(title="Kapitola zde"), pages.handbook_part()
    away = pages.make(type(other), parent=pages.handbook_index(), title="Jiná část", slug="jina")
    pages.make(type(here), parent=away, title="Kapitola jinde")
    tree = re.search(r'<nav class="tree".*?</nav>', client.get(here.get_absolute_url()).text, re.DOTALL)[0]
    assert "Jiná část" in tree
    assert "Kapitola zde" in tree
    assert "Kapitola jinde" not in tree


def test_the_way_on_says_when_it_leaves_the_part(client, home):
    first, last = pages.chapter(title="První", slug="prvni"), pages.chapter(title="Poslední", slug="posledni")
    pages.make(type(pages.handbook_part()), parent=pages.handbook_index(), title="Další díl", slug="dalsi")
    assert client.get(first.get_absolute_url()).context["sheet"].place.before["is_part"]
    assert not client.get(first.get_absolute_url()).context["sheet"].place.after["is_part"]
    assert client.get(last.get_absolute_url()).context["sheet"].place.after["is_part"]


def test_the_tree_names_nothing_that_is_not_for_everybody(client, home):
    page = pages.chapter(title="Veřejná", slug="verejna")
    pages.chapter(title="Jen pro členy", own_audience_id=SITE)
    assert "Jen pro členy" not in client.get(page.get_absolute_url()).text


def test_what_helps_to_reach_a_goal_stands_kind_by_kind(client, home):
    goal = pages.chapter(model=GoalPage, title="Cíl", slug="cil")
    for model in (SituationPage, IndicatorPage, ToolPage):
        pages.chapter(model=model, goals=[goal])
    served = client.get(goal.get_absolute_url()).context["sheet"].facts["served_by"]
    assert [row["kind"] for row in served] == ["tool", "indicator", "situation"]


def test_signing_out_wipes_what_reading_wrote():
    prefix = re.search(r'const PREFIX = "([^"]+)"', (SCRIPTS / "reading.js").read_text(encoding="utf-8"))[1]
    keep = (SCRIPTS / "keep.js").read_text(encoding="utf-8")
    assert f'startsWith("{prefix}")' in keep
    assert "...places()" in keep
