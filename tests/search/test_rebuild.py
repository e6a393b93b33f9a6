"""A rebuild stands beside what is searched: nothing written meanwhile is lost, and a killed one changes nothing."""

import pytest
from django.core.management import CommandError, call_command

from search.engines.base import GenerationLostError, Gone, SearchUnavailableError
from search.models import SearchEntry
from search.queue import mark, waiting
from search.rebuild import rebuild
from search.reconcile import reconcile
from search.sync import sync_all
from search.walk import chunks
from tests.factories.organisations import OrganisationFactory
from tests.search.index import found, said, store

pytestmark = pytest.mark.django_db


def quiet(_done, _total):
    """Show nothing."""


def test_it_finds_everything_and_forgets_what_is_not_there(engine):
    store(engine, said(99_999, "cizinec", kind="organisation"))
    items = [OrganisationFactory(name=f"Centrum pro cizince {number}") for number in range(3)]

    rebuild(progress=quiet)

    assert sorted(found(engine, "cizinec", kind="organisation")) == [item.pk for item in items]
    assert reconcile() == 0


def test_writes_made_meanwhile_reach_both(engine):
    store(engine, said(1, "staré"), said(2, "zmizí"))
    generation = engine.begin()

    store(engine, said(1, "nové", version=2), said(3, "přidané"), gone=[Gone("page", 2, 2)])
    assert (found(engine, "nové"), found(engine, "zmizí"), found(engine, "přidané")) == ([1], [], [3])
    engine.write([said(1, "staré"), said(2, "zmizí"), said(4, "jen tam")], generation=generation)
    assert found(engine, "jen tam") == []

    engine.finish(generation)
    assert (found(engine, "nové"), found(engine, "staré"), found(engine, "zmizí")) == ([1], [], [])
    assert (found(engine, "přidané"), found(engine, "jen tam")) == ([3], [4])


def test_what_changes_during_a_rebuild_is_found_as_it_is_at_the_end(engine):
    early, late = OrganisationFactory(name="Centrum pro cizince"), OrganisationFactory(name="Dům pro cizince")
    sync_all()

    def meanwhile(done, _total):
        """Change one item that has been walked past and one that has not."""
        for item, name in ((early, "Městský úřad"), (late, "Krajský úřad")):
            if item.name != name and (done > 0 or item is late):
                item.name = name
                item.save()
                mark([("organisation", item.pk)])
                sync_all()

    rebuild(progress=meanwhile)
    engine.settle()

    assert found(engine, "cizinec", kind="organisation") == []
    assert sorted(found(engine, "úřad", kind="organisation")) == [early.pk, late.pk]
    assert reconcile() == 0


def test_killed_half_way_it_leaves_the_old_one_and_the_next_one_cleans_up(engine):
    item = OrganisationFactory(name="Centrum pro cizince")
    rebuild(progress=quiet)
    abandoned = engine.begin()
    engine.write([said(5, "napůl")], generation=abandoned)
    assert found(engine, "cizinec", kind="organisation") == [item.pk]

    rebuild(progress=quiet)

    assert found(engine, "cizinec", kind="organisation") == [item.pk]
    assert found(engine, "napůl") == []
    with pytest.raises(GenerationLostError):
        engine.write([said(5, "napůl")], generation=abandoned)
    with pytest.raises(GenerationLostError):
        engine.finish(abandoned)


def test_of_two_rebuilds_the_later_one_wins(engine):
    OrganisationFactory(name="Centrum pro cizince")

    def another_begins(done, _total):
        if done:
            engine.begin()

    with pytest.raises(GenerationLostError):
        rebuild(progress=another_begins)


def test_a_failure_half_way_leaves_the_old_one(engine):
    item = OrganisationFactory(name="Centrum pro cizince")
    rebuild(progress=quiet)

    def breaks(done, _total):
        if done:
            raise SearchUnavailableError("gone")

    with pytest.raises(SearchUnavailableError):
        rebuild(progress=breaks)
    assert found(engine, "cizinec", kind="organisation") == [item.pk]


def test_a_wish_made_during_a_rebuild_is_not_taken_for_done(embedded):
    item = OrganisationFactory(name="Centrum pro cizince")
    SearchEntry.objects.all().delete()
    chunk = next(chunk for chunk in chunks() if chunk.kind.code == "organisation")
    assert chunk.entries["organisation", item.pk].version == 0

    def wishes(done, _total):
        if not done:
            mark([("organisation", item.pk)])

    rebuild(progress=wishes)

    assert list(waiting().values_list("object_id", flat=True)) == [item.pk]


def test_the_command_says_how_far_it_is(embedded, capsys):
    OrganisationFactory(name="Centrum pro cizince")

    call_command("rebuild_index")

    said_lines = capsys.readouterr().out.splitlines()
    assert said_lines[0].startswith("0 of ")
    assert "items can be found" in said_lines[-1]


def test_the_command_without_an_engine_says_what_is_wrong(no_engine):
    with pytest.raises(CommandError, match="does not answer"):
        call_command("rebuild_index", verbosity=0)
