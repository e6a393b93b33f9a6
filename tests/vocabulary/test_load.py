"""Loading the vocabulary: complete, repeatable, and never against a person's edit."""

import pytest
from django.core.management import call_command

from core.models import OutboxEvent
from vocabulary.models import Area, Call, Level, Programme, TargetGroup, Territory
from vocabulary.services.load import DATA, load_vocabulary, read_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load once for the module; each test runs in a transaction of its own on top."""
    with django_db_blocker.unblock():
        load_vocabulary()
        yield
        Call.objects.all().delete()
        Programme.objects.all().delete()
        for model in (Area, TargetGroup):
            model.objects.all().delete()
        for level in reversed(Level.values):
            Territory.objects.filter(level=level).delete()
        OutboxEvent.objects.all().delete()


def test_every_parent_in_the_file_exists():
    codes = {row["code"] for row in read_rows(DATA / "nuts.tsv")}
    assert {row["parent"] for row in read_rows(DATA / "nuts.tsv")} - {""} <= codes


def test_every_territory_of_the_files_has_a_name_in_the_four_languages():
    rows = read_rows(DATA / "nuts.tsv")
    assert [row["code"] for row in rows for lang in ("cs", "en", "sk", "de") if not row[f"name_{lang}"]] == []


def test_every_area_and_group_is_named_in_four_languages():
    for file in ("areas", "target_groups", "instruments", "funders", "programmes", "calls"):
        for row in read_rows(DATA / f"{file}.tsv"):
            assert all(row[f"name_{lang}"] for lang in ("cs", "en", "sk", "de")), (file, row["code"])


def test_counts(loaded):
    assert Area.objects.count() == 20
    assert TargetGroup.objects.filter(vulnerable=True).count() == 7
    assert Call.objects.get(code="OPZ-124").programme.funder.code == "ESF"
    assert Territory.objects.filter(level=Level.MUNICIPALITY).count() == 6256
    assert Territory.objects.filter(level=Level.DISTRICT).count() == 76
    assert Territory.objects.filter(level=Level.CITY_DISTRICT).count() == 57 + 29


@pytest.mark.parametrize(
    "code", ["CZ010", "UKN", "BE212", "DED21", "DE300", "AT130", "CY000", "UK", "CZ051-liberec-liberec"]
)
def test_named_places_are_there(loaded, code):
    assert Territory.objects.filter(code=code).exists()


def test_paths_follow_the_parents(loaded):
    rows = Territory.objects.filter(parent__isnull=False).select_related("parent")
    assert [row.code for row in rows if row.path != f"{row.parent.path}{row.code}/"] == []


def test_a_region_includes_its_municipalities_by_one_statement(loaded, django_assert_num_queries):
    liberec = Territory.objects.get(code="CZ051")
    with django_assert_num_queries(1):
        inside = set(Territory.objects.within([liberec]).values_list("code", flat=True))
    assert {"CZ051", "CZ051-liberec", "CZ051-liberec-liberec"} <= inside
    assert "CZ064-brno-mesto-brno" not in inside


def test_fourteen_places_called_nova_ves_are_told_apart(loaded):
    places = [place for place in Territory.objects.filter(sort_name="nova ves") if place.level == Level.MUNICIPALITY]
    labels = {place.label() for place in places}
    assert len(places) == len(labels) == 14
    assert "Nová Ves (okres Liberec)" in labels


def test_a_second_load_changes_nothing_and_asks_little(loaded, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        reports = load_vocabulary()
    assert [str(report) for report in reports if report.added or report.changed] == []


def test_an_edit_survives_the_next_load(loaded):
    area = Area.objects.get(code="BYD")
    area.names = {**area.names, "cs": "Bydlení a ubytování"}
    area.save()
    place = Territory.objects.get(code="CZ051-liberec-liberec")
    place.names = {**place.names, "de": "Reichenberg"}
    place.save()
    reports = load_vocabulary()
    assert Area.objects.get(code="BYD").names["cs"] == "Bydlení a ubytování"
    assert Territory.objects.get(pk=place.pk).names["de"] == "Reichenberg"
    assert sum(report.kept for report in reports) == 2


def test_what_is_wrong_in_the_database_is_mended_where_nobody_edited_it(loaded):
    Area.objects.filter(code="BYD").update(names={"cs": "?"})
    load_vocabulary()
    assert Area.objects.get(code="BYD").names["en"] == "Housing"


def test_the_command_reports_each_list(loaded, capsys):
    call_command("load_vocabulary")
    assert len(capsys.readouterr().out.strip().splitlines()) == 7
