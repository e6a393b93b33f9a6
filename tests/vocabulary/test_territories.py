"""Territories: a tree by path, labels that tell namesakes apart, and lookup by what people type."""

import pytest
from django.utils import translation

from core.audiences import PUBLIC
from core.kinds import get_kind
from core.viewer import VISITOR
from tests.factories.vocabulary import TerritoryFactory
from vocabulary.models import Level, Territory
from vocabulary.services.lookup import find_territories, resolve_territory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    country = TerritoryFactory(code="CZ", level=Level.COUNTRY, names={"cs": "Česko", "en": "Czechia"})
    region = TerritoryFactory(code="CZ051", level=Level.REGION, parent=country, names={"cs": "Liberecký kraj"})
    district = TerritoryFactory(
        level=Level.DISTRICT,
        parent=region,
        names={"cs": "okres Liberec", "en": "Liberec District"},
        offered=False,
    )
    town = TerritoryFactory(parent=district, names={"cs": "Liberec", "de": "Reichenberg", "uk": "Ліберець"})
    return {"country": country, "region": region, "district": district, "town": town}


def test_a_local_place_gets_a_readable_code_and_its_path(tree):
    assert tree["town"].code == "CZ051-okres-liberec-liberec"
    assert tree["town"].ancestor_codes == [
        "CZ",
        "CZ051",
        "CZ051-okres-liberec",
        "CZ051-okres-liberec-liberec",
    ]


def test_two_places_of_one_name_in_one_district_get_different_codes(tree):
    first = TerritoryFactory(parent=tree["district"], names={"cs": "Březina"})
    second = TerritoryFactory(parent=tree["district"], names={"cs": "Březina"})
    assert first.code != second.code


def test_moving_a_place_moves_what_lies_in_it(tree):
    other = TerritoryFactory(
        code="CZ064", level=Level.REGION, parent=tree["country"], names={"cs": "Jihomoravský kraj"}
    )
    tree["district"].parent = other
    tree["district"].save()
    assert Territory.objects.within([other]).filter(pk=tree["town"].pk).exists()
    assert not Territory.objects.within([tree["region"]]).filter(pk=tree["town"].pk).exists()


def test_a_new_namesake_brings_the_district_to_both_labels(tree):
    here = TerritoryFactory(parent=tree["district"], names={"cs": "Nová Ves"})
    assert here.label() == "Nová Ves"
    there = TerritoryFactory(parent=tree["region"], names={"cs": "Nová Ves"})
    here.refresh_from_db()
    assert (here.label(), there.label()) == ("Nová Ves (okres Liberec)", "Nová Ves (Liberecký kraj)")


def test_within_several_and_within_none(tree):
    assert Territory.objects.within([]).count() == 0
    assert Territory.objects.within([tree["country"], tree["town"]]).count() == 4


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("liberec", "town"),
        ("LIBEREC", "town"),
        ("reichenberg", "town"),
        ("Ліберець", "town"),
        ("libereck", "region"),
        ("ceskо"[:4], "country"),
        ("czechia", "country"),
    ],
)
def test_places_are_found_in_any_language_and_without_diacritics(tree, typed, finds):
    assert tree[finds] in find_territories(typed)


@pytest.mark.parametrize("typed", ["CZ051", "cz051", "Liberecký kraj", "liberecky kraj"])
def test_a_code_or_a_whole_name_is_certain(tree, typed):
    assert resolve_territory(typed).territory == tree["region"]


def test_a_label_with_its_district_is_certain_and_the_bare_name_is_not(tree):
    here = TerritoryFactory(parent=tree["district"], names={"cs": "Nová Ves"})
    there = TerritoryFactory(parent=tree["region"], names={"cs": "Nová Ves"})
    here.refresh_from_db()
    assert resolve_territory("Nová Ves (okres Liberec)").territory == here
    with translation.override("en"):
        assert resolve_territory("Nová Ves (Liberec District)").territory == here
    assert set(resolve_territory("Nová Ves").suggestions) == {here, there}


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "zzzz", "x" * 5000, "(", "Nová Ves ("])
def test_nonsense_finds_nothing_and_breaks_nothing(tree, typed):
    assert resolve_territory(typed).territory is None


def test_places_are_a_public_kind(tree):
    kind = get_kind("territory")
    assert tree["town"] in kind.visible_to(VISITOR)
    assert kind.can_view(VISITOR, tree["town"])
    assert kind.audience(tree["town"]) == PUBLIC
    assert "Reichenberg" in kind.text(tree["town"])
    assert tree["district"] not in kind.visible_to(VISITOR)
