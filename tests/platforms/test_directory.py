"""The directory finds the right organisation or person by words, place and filters, and never more than one may see."""

import re

import pytest
from django.test import Client

from accounts.services import change_profile
from core.audiences import SITE
from organisations.models import Organisation
from organisations.services import set_affiliation
from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.vocabulary import AreaFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


def answer(query="", *, by=None):
    client = Client()
    if by:
        client.force_login(by)
    found = client.get(f"/cs/platforms/directory/?{query}")
    assert found.status_code == 200
    return found


def names(query="", *, by=None):
    return [row["name"] for row in answer(query, by=by).context["rows"]]


def people(query="", *, by):
    return names(f"who=people&{query}", by=by)


def counts(label, query="", *, by=None):
    groups = {group["label"]: group["options"] for group in answer(query, by=by).context["groups"]}
    return {option["label"]: option["count"] for option in groups.get(label, [])}


def working_in(organisation, **profile):
    person = UserFactory(name="Květa Zahradová")
    set_affiliation(person, by=person, organisation=organisation, position=profile.pop("job", ""))
    change_profile(person, by=person, changes=profile)
    return person


@pytest.mark.parametrize("words", ["zdarek", "ŽĎÁREK", "mesto zdarek", "Žďárek Město"])
def test_a_name_is_found_whatever_its_case_accents_and_order(words):
    OrganisationFactory(name="Město Žďárek")
    OrganisationFactory(name="Město Lípová")
    assert names(f"q={words}") == ["Město Žďárek"]


def test_what_is_hidden_is_in_no_row_and_in_no_count():
    OrganisationFactory(name="Skrytá", kind="school", state="hidden")
    OrganisationFactory(name="Viditelná", kind="ngo")
    assert names() == ["Viditelná"]
    assert "škola" not in counts("Druh organizace")


def test_an_organisation_for_members_is_not_there_for_visitors_nor_beside_a_person():
    office = OrganisationFactory(name="Jen pro členy")
    Organisation.objects.filter(pk=office.pk).update(audience=SITE)
    person = working_in(office, shown_to="everybody")
    assert names() == []
    assert "Jen pro členy" not in answer("who=people").content.decode()
    assert names("who=people") == [person.name]
    assert names("who=people&q=cleny") == []
    assert people("q=cleny", by=UserFactory()) == [person.name]


def test_who_does_not_want_to_be_listed_is_not_listed():
    shy, reader = UserFactory(name="Jana Tichá"), UserFactory(name="Petr Čtenář")
    change_profile(shy, by=shy, changes={"listed_in_directory": False})
    assert people(by=reader) == ["Petr Čtenář"]


def test_visitors_find_only_people_who_show_themselves_to_everybody():
    UserFactory(name="Jana Skrytá")
    assert names("who=people") == []


@pytest.mark.parametrize("words", ["zahradova kveta", "koordinator", "lipova"])
def test_a_person_is_found_by_name_position_and_organisation(words):
    person = working_in(OrganisationFactory(name="Město Lípová"), job="Koordinátorka integrace")
    other = UserFactory(name="Petr Jiný")
    assert people(f"q={words}", by=other) == [person.name]


def test_each_filter_says_how_many_it_would_leave():
    housing, school = AreaFactory(names={"cs": "bydlení"}), AreaFactory(names={"cs": "škola"})
    OrganisationFactory(name="A", kind="town", areas=[housing, school])
    OrganisationFactory(name="B", kind="town", areas=[housing])
    OrganisationFactory(name="C", kind="ngo", areas=[school], country="DE")

    assert counts("Oblast") == {"bydlení": 2, "škola": 2}
    assert counts("Oblast", "kind=town") == {"bydlení": 2, "škola": 1}
    assert counts("Země", f"area={school.code}") == {"Česko": 1, "Německo": 1}
    assert names(f"area={school.code}&kind=town") == ["A"]


def test_every_filter_is_taken_off_by_its_chip_and_all_by_one_link():
    area = AreaFactory()
    found = answer(f"q=x&area={area.code}&kind=town&page=2").context
    assert {chip["remove_href"] for chip in found["chips"]} == {
        f"?area={area.code}&kind=town",
        f"?q=x&area={area.code}",
        "?q=x&kind=town",
    }
    assert found["clear_href"] == "?"


def test_a_region_finds_what_lies_in_it_organisations_and_people():
    region = TerritoryFactory(region=True)
    town, elsewhere = TerritoryFactory(parent=region), TerritoryFactory()
    OrganisationFactory(name="Uvnitř", territory=town)
    far = OrganisationFactory(name="Jinde", territory=elsewhere)
    local = working_in(far, territories=[town.code])
    working_in(far)

    assert names(f"territory={region.code}") == ["Uvnitř"]
    assert people(f"territory={region.code}", by=UserFactory()) == [local.name]


def test_a_person_has_the_areas_of_her_profile_and_of_her_work():
    hers, theirs = AreaFactory(), AreaFactory()
    person = working_in(OrganisationFactory(areas=[theirs]), areas=[hers.code])
    reader = UserFactory()
    assert [people(f"area={area.code}", by=reader) for area in (hers, theirs)] == [[person.name]] * 2


def test_the_tabs_say_how_many_of_each_fit():
    working_in(OrganisationFactory(name="Město Lípová"))
    tabs = answer("q=lipova", by=UserFactory()).context["tabs"]
    assert [(tab["count"], tab["current"]) for tab in tabs] == [(1, True), (1, False)]


def test_an_empty_list_offers_ways_out():
    region = TerritoryFactory(region=True)
    town = TerritoryFactory(parent=region)
    working_in(OrganisationFactory(), territories=[town.code])
    ways = answer(f"territory={town.code}", by=UserFactory()).context["wider"]
    assert [way["href"] for way in ways] == [f"?territory={region.code}", f"?territory={town.code}&who=people"]


def test_a_place_that_is_not_certain_keeps_the_other_filters_and_says_why():
    OrganisationFactory(name="Škola", kind="school")
    OrganisationFactory(name="Úřad", kind="town")
    found = answer("territory=Nikde&kind=school")
    assert [row["name"] for row in found.context["rows"]] == ["Škola"]
    assert found.context["form"].errors["territory"]


def test_the_form_keeps_what_was_chosen_by_links():
    html = answer("kind=school&who=people").content.decode()
    assert re.search(r'<input type="hidden" name="kind" value="school"', html)
    assert re.search(r'<input type="hidden" name="who" value="people"', html)
    assert 'name="country"' not in html


def test_pages_follow_one_another_and_a_filter_starts_from_the_first():
    for number in range(65):
        OrganisationFactory(name=f"Spolek {number:02}", kind="ngo")
    second = answer("page=2&kind=ngo").context
    assert [row["name"] for row in second["rows"]] == [f"Spolek {number:02}" for number in range(30, 60)]
    assert (second["pager"]["newer"], second["pager"]["older"]) == ("?kind=ngo", "?kind=ngo&page=3")


@pytest.mark.parametrize(
    "query",
    ["kind=nonsense", "area=XXX", "country=%00", "territory=Nikde", "page=999", "page=abc", "q=%00", "who=%ed%a0%80"],
)
def test_nonsense_in_the_address_is_no_error(query):
    OrganisationFactory(name="Město Lípová")
    assert names(query) == ["Město Lípová"]
