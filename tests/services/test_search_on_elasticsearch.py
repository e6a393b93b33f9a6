"""A rebuild on a real Elasticsearch while people write, and while the server is killed: nothing is lost."""

import threading
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from search import engines
from search.engines.base import SearchUnavailableError
from search.queue import mark, waiting
from search.rebuild import rebuild
from search.reconcile import reconcile
from search.sync import sync_all
from tests.factories.organisations import OrganisationFactory
from tests.search.index import ask, found
from tests.services.processes import wait_for

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
ITEMS = 410  # more than two chunks of a rebuild


@pytest.fixture
def engine(settings, elasticsearch):
    """The site's engine on an index of its own."""
    settings.ELASTICSEARCH_URL = elasticsearch.url
    settings.ELASTICSEARCH_PREFIX = f"test-{uuid.uuid4().hex[:12]}"
    engine = engines.engine()
    yield engine
    if not elasticsearch.ready():
        elasticsearch.start()
    for index in engine.client.indices(f"{settings.ELASTICSEARCH_PREFIX}-*"):
        engine.client.drop(index)


@pytest.fixture
def organisations():
    """More items than one chunk of a rebuild holds."""
    return OrganisationFactory.create_batch(ITEMS, name="Centrum pro cizince")


def rename(item, name):
    """Change an item as a service does: the row, the wish, and what the worker does with it."""
    item.name = name
    item.save()
    mark([("organisation", item.pk)])


def answers(engine):
    """Tell whether a search comes back in time; a server that has just started may be too slow for the first."""
    try:
        return bool(found(engine, "cizinec", kind="organisation"))
    except SearchUnavailableError:
        return False


def quiet(_done, _total):
    """Show nothing."""


def test_a_rebuild_under_writes_loses_none_of_them(engine, organisations):
    over, renamed, refused = threading.Event(), [], []

    def write_on():
        try:
            for item in organisations:
                rename(item, "Krajský úřad")
                sync_all()
                renamed.append(item.pk)
                if over.is_set():
                    return
        except Exception as error:  # reported by the test, not by a thread that nobody hears
            refused.append(error)
        finally:
            connection.close()

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        rebuild(progress=quiet)
    finally:
        over.set()
        writer.join(timeout=60)
    engine.settle()

    assert refused == []
    assert len(renamed) > 1
    assert sorted(found(engine, "úřad", kind="organisation", size=ITEMS)) == sorted(renamed)
    assert reconcile() == 0


def test_a_server_killed_during_a_rebuild_loses_nothing(engine, organisations, elasticsearch):
    rebuild(progress=quiet)
    first, last = organisations[0], organisations[-1]

    def kill_it(done, _total):
        if done:
            elasticsearch.kill()

    with pytest.raises(SearchUnavailableError):
        rebuild(progress=kill_it)

    rename(first, "Krajský úřad")
    rename(last, "Krajský úřad")
    with pytest.raises(SearchUnavailableError):
        sync_all()
    page = Client().get("/cs/search/", {"q": "úřad"})
    assert (page.status_code, 'value="úřad"' in page.content.decode()) == (503, True)
    elasticsearch.start()

    assert wait_for(lambda: answers(engine), seconds=60)
    assert ask(engine, "cizinec").counts == {"organisation": ITEMS}
    waiting().update(next_try_at=timezone.now())
    sync_all()
    engine.settle()
    assert sorted(found(engine, "úřad", kind="organisation")) == [first.pk, last.pk]

    rebuild(progress=quiet)
    engine.settle()
    assert sorted(found(engine, "úřad", kind="organisation")) == [first.pk, last.pk]
    assert reconcile() == 0
