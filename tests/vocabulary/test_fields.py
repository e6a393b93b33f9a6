"""The form fields for places: certain, doubtful and wrong input."""

import pytest
from django import forms
from django.http import QueryDict

from tests.factories.vocabulary import TerritoryFactory
from vocabulary.fields import TerritoriesField, TerritoryField
from vocabulary.models import Level

pytestmark = pytest.mark.django_db


class PlaceForm(forms.Form):
    place = TerritoryField(required=False)
    places = TerritoriesField(required=False)


@pytest.fixture
def region():
    return TerritoryFactory(code="CZ051", level=Level.REGION, names={"cs": "Liberecký kraj", "en": "Liberec Region"})


@pytest.mark.parametrize("typed", ["CZ051", "Liberecký kraj", "liberec region"])
def test_a_place_is_taken_by_code_or_name(region, typed):
    form = PlaceForm(QueryDict(f"place={typed}"))
    assert form.is_valid()
    assert form.cleaned_data["place"] == region


def test_nothing_typed_is_no_place(region):
    form = PlaceForm(QueryDict(""))
    assert form.is_valid()
    assert form.cleaned_data == {"place": None, "places": []}


def test_a_doubtful_name_is_an_error_that_names_the_choices(region):
    TerritoryFactory(parent=region, names={"cs": "Nová Ves"})
    TerritoryFactory(parent=TerritoryFactory(region=True, names={"cs": "Jinde"}), names={"cs": "Nová Ves"})
    form = PlaceForm(QueryDict("place=Nová Ves"))
    assert not form.is_valid()
    assert "Nová Ves (Liberecký kraj)" in form.errors["place"][0]
    assert 'value="Nová Ves"' in str(form["place"])


def test_every_namesake_is_offered_and_one_is_found_by_the_beginning_of_its_district(client, region):
    for number in range(14):
        TerritoryFactory(
            parent=TerritoryFactory(region=True, names={"cs": f"Kraj {number:02}"}), names={"cs": "Nová Ves"}
        )
    form = PlaceForm(QueryDict("place=Nová Ves"))
    assert all(f"Nová Ves (Kraj {number:02})" in form.errors["place"][0] for number in range(14))
    assert client.get("/cs/territories/lookup/?place=Nová Ves").text.count("<option") == 14
    offered = client.get("/cs/territories/lookup/?place=nova ves (kraj 13").text
    assert offered.count("<option") == 1
    assert "Nová Ves (Kraj 13)" in offered


def test_an_unknown_name_is_an_error_and_stays_in_the_form(region):
    form = PlaceForm(QueryDict("places=CZ051&places=Nikde&places="))
    assert not form.is_valid()
    assert "Nikde" in form.errors["places"][0]
    assert 'value="CZ051"' in str(form["places"])
    assert 'value="Nikde"' in str(form["places"])


def test_several_places_without_doubles(region):
    other = TerritoryFactory(code="CZ064", level=Level.REGION, names={"cs": "Jihomoravský kraj"})
    form = PlaceForm(QueryDict("places=CZ051&places=CZ064&places=Liberecký kraj"))
    assert form.is_valid()
    assert form.cleaned_data["places"] == [region, other]


@pytest.mark.parametrize("typed", ["x" * 1_000_000, "<script>", "'; --", "(((("])
def test_bad_input_is_an_error_not_a_crash(region, typed):
    data = QueryDict(mutable=True)
    data["place"] = typed
    assert "place" in PlaceForm(data).errors


def test_a_stored_place_is_shown_by_its_label(region):
    assert 'value="Liberecký kraj"' in str(PlaceForm(initial={"place": region.pk})["place"])
    assert 'value="Liberecký kraj"' in str(PlaceForm(initial={"places": [region]})["places"])
