"""Pages of areas and places, and the suggestions while typing."""

import pytest

from tests.factories.vocabulary import AreaFactory, TerritoryFactory
from vocabulary.models import Level

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    region = TerritoryFactory(code="CZ051", level=Level.REGION, names={"cs": "Liberecký kraj", "en": "Liberec Region"})
    return TerritoryFactory(parent=region, names={"cs": "Jablonec nad Nisou"})


def test_an_area_has_a_page_in_each_language(client):
    AreaFactory(code="BYD", names={"cs": "Bydlení", "en": "Housing"})
    assert "Bydlení" in client.get("/cs/areas/BYD/").text
    assert "Housing" in client.get("/en/areas/BYD/").text
    assert "Housing" in client.get("/en/areas/").text


def test_a_code_in_other_case_leads_to_the_page(client, town):
    AreaFactory(code="BYD")
    assert client.get("/cs/areas/byd/").headers["Location"] == "/cs/areas/BYD/"
    assert client.get("/cs/territories/cz051/").headers["Location"] == "/cs/territories/CZ051/"


@pytest.mark.parametrize("path", ["/cs/areas/XXX/", "/cs/territories/none/", "/cs/territories/a--b/"])
def test_what_is_not_there_is_404(client, path):
    assert client.get(path).status_code == 404


def test_a_place_shows_what_it_lies_in_and_what_lies_in_it(client, town):
    assert "Liberecký kraj" in client.get(town.get_absolute_url().replace("/en/", "/cs/")).text
    assert "Jablonec nad Nisou" in client.get("/cs/territories/CZ051/").text


def test_places_are_found_without_a_script(client, town):
    assert "Jablonec nad Nisou" in client.get("/cs/territories/", {"q": "jablon"}).text
    assert client.get("/cs/territories/", {"q": "zzz"}).status_code == 200


def test_suggestions_while_typing(client, town):
    assert 'value="Jablonec nad Nisou"' in client.get("/cs/territories/lookup/", {"place": "jabl"}).text
    assert 'value="Liberecký kraj"' in client.get("/cs/territories/lookup/").text


@pytest.mark.parametrize("children", [5, 50])
def test_a_place_costs_the_same_with_few_and_many_places_in_it(client, town, django_assert_max_num_queries, children):
    TerritoryFactory.create_batch(children, parent=town)
    client.get(f"/cs/territories/{town.code}/")
    with django_assert_max_num_queries(10):
        client.get(f"/cs/territories/{town.code}/")
