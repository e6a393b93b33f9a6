"""The search server dies at the worst moments; the site answers meanwhile, and afterwards nothing is missing."""

import uuid

import pytest
from django.test import Client

from search import engines
from search.engines.base import SearchUnavailableError
from search.models import SearchEntry
from search.queue import mark, waiting
from search.rebuild import rebuild
from search.reconcile import reconcile
from search.sync import sync_all
from tests.factories.organisations import OrganisationFactory
from tests.search.index import found

pytestmark = [pytest.mark.services, pytest.mark.django_db]


@pytest.fixture
def engine(elasticsearch, settings):
    """The engine on a prefix of its own."""
    settings.ELASTICSEARCH_URL = elasticsearch.url
    settings.ELASTICSEARCH_PREFIX = f"test-{uuid.uuid4().hex[:12]}"
    here = engines.engine()
    yield here
    for index in here.client.indices(f"{settings.ELASTICSEARCH_PREFIX}-*"):
        here.client.drop(index)


def quiet(_done, _total):
    """Show nothing."""


def organisations(names):
    """Return organisations that only a rebuild or a mark makes known."""
    rows = [OrganisationFactory(name=name) for name in names]
    SearchEntry.objects.all().delete()
    return rows


def up_again(elasticsearch):
    elasticsearch.start()
    SearchEntry.objects.update(next_try_at="2026-01-01T00:00Z")


def test_killed_during_a_rebuild_under_writes_the_old_index_stays_and_nothing_is_lost(engine, elasticsearch):
    kept, changed, added = organisations(["Dům cizinců", "Centrum cizinců", "Kancelář cizinců"])
    type(added).objects.filter(pk=added.pk).update(state="hidden")
    rebuild(progress=quiet)
    engine.settle()
    assert sorted(found(engine, "cizinec", kind="organisation")) == [kept.pk, changed.pk]

    def dies(done, _total):
        if done and elasticsearch.ready():
            type(changed).objects.filter(pk=changed.pk).update(name="Městský úřad")
            type(added).objects.filter(pk=added.pk).update(state="published")
            mark([("organisation", changed.pk), ("organisation", added.pk)])
            elasticsearch.kill()
            with pytest.raises(SearchUnavailableError):
                sync_all()

    with pytest.raises(SearchUnavailableError):
        rebuild(progress=dies)
    assert Client().get("/cs/search/?q=cizinec").status_code == 503
    assert Client().get("/cs/platforms/").status_code == 200
    assert not engine.healthy()
    assert waiting().count() == 2

    up_again(elasticsearch)
    assert sorted(found(engine, "cizinec", kind="organisation")) == [kept.pk, changed.pk]
    sync_all()
    rebuild(progress=quiet)
    engine.settle()
    assert sorted(found(engine, "cizinec", kind="organisation")) == [kept.pk, added.pk]
    assert found(engine, "městský úřad", kind="organisation") == [changed.pk]
    assert (waiting().count(), reconcile()) == (0, 0)


def test_a_server_that_lost_everything_is_filled_again(engine, elasticsearch, settings):
    (item,) = organisations(["Dům cizinců"])
    rebuild(progress=quiet)
    for index in engine.client.indices(f"{settings.ELASTICSEARCH_PREFIX}-*"):
        engine.client.drop(index)
    assert found(engine, "cizinec") == []
    assert Client().get("/cs/search/?q=cizinec").status_code == 200

    assert reconcile() >= 1
    sync_all()
    engine.settle()
    assert found(engine, "cizinec", kind="organisation") == [item.pk]


def test_a_write_makes_no_index_of_its_own_when_an_alias_is_gone(engine, settings):
    (item,) = organisations(["Dům cizinců"])
    mark([("organisation", item.pk)])
    sync_all()

    names = engine.client.indices(f"{settings.ELASTICSEARCH_PREFIX}-*")
    assert names == [f"{settings.ELASTICSEARCH_PREFIX}-items-first"]
    assert engine.client.index_behind(engine.live) == names[0]
