"""Statements of hot pages: the same for few rows and for many, and few when they are shown again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.models import ToolPage
from cms.services.authoring import compose_home
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

WORDS = {
    "title": "Mosty",
    "hero": "Vítejte",
    "lead": "Krátce",
    "begin_heading": "Kde začít",
    "begin": [
        {"title": f"Krok {n}", "text": "", "target": target}
        for n, target in enumerate(["handbook", "news", "platforms"])
    ],
}


def statements(client, address):
    """Return how many statements the page takes when it has been shown before."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("rows", [5, 50])
def test_news(client, home, rows):
    for _number in range(rows):
        pages.news()
    assert statements(client, "/cs/novinky/") <= 5


@pytest.mark.parametrize("rows", [5, 50])
def test_a_handbook_page_and_its_index(client, home, rows):
    chapters = [pages.chapter(model=ToolPage) for _number in range(rows)]
    assert statements(client, chapters[0].get_absolute_url()) <= 4
    assert statements(client, "/cs/prirucka/") <= 4


@pytest.mark.parametrize("rows", [5, 50])
def test_home_with_live_blocks(client, home, rows):
    compose_home(home, words=WORDS)
    for _number in range(rows):
        pages.news()
    assert statements(client, "/cs/") <= 6


@pytest.mark.parametrize("links", [1, 30])
def test_links_cost_one_statement_whatever_their_number(client, home, links):
    targets = [pages.plain() for _number in range(links)]
    body = [("paragraph", f'<p><a linktype="page" id="{page.pk}">tam</a></p>') for page in targets]
    address = pages.plain(slug="odkazy", body=body).get_absolute_url()
    with CaptureQueriesContext(connection) as cold:
        client.get(address)
    assert len(cold) <= 15  # the first time: with its facts and authors
    assert statements(client, address) <= 4


def test_a_member_costs_two_statements_more(client, home):
    address = pages.plain(slug="stranka").get_absolute_url()
    visitor = statements(client, address)
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert statements(client, address) <= visitor + 3


def test_what_is_not_there_costs_three_statements(client, home):
    assert client.get("/cs/neni/").status_code == 404
    with CaptureQueriesContext(connection) as captured:
        client.get("/cs/neni/")
    assert len(captured) <= 4
