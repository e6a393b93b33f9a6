"""What only Elasticsearch can do wrong: lose its indices, make one of its own, answer with nonsense."""

import re
from pathlib import Path

import pytest
from django.test import Client

from search import engines
from search.engines.base import SearchUnavailableError
from search.queue import mark
from search.rebuild import rebuild
from search.reconcile import reconcile
from search.sync import sync_all
from tests.factories.organisations import OrganisationFactory
from tests.search.index import found, said, store

SERVED = [pytest.mark.services, pytest.mark.parametrize("engine", ["elastic"], indirect=True)]


def served(test):
    """Run a test on Elasticsearch alone."""
    for mark_ in SERVED:
        test = mark_(test)
    return test


@served
@pytest.mark.django_db
def test_a_server_that_lost_everything_is_filled_again(engine):
    item = OrganisationFactory(name="Dům cizinců")
    rebuild(progress=lambda _done, _total: None)
    for index in engine.client.indices(f"{engine.live}*"):
        engine.client.drop(index)
    assert found(engine, "cizinec") == []
    assert Client().get("/cs/search/?q=cizinec").status_code == 200

    assert reconcile() >= 1
    sync_all()
    engine.settle()
    assert found(engine, "cizinec", kind="organisation") == [item.pk]


@served
@pytest.mark.django_db
def test_a_write_makes_no_index_without_our_mapping(engine):
    mark([("organisation", OrganisationFactory().pk)])
    sync_all()

    assert engine.client.indices(f"{engine.live}*") == [engine.client.index_behind(engine.live)]


@served
def test_a_document_that_does_not_fit_is_refused_and_the_others_are_kept(engine):
    """An id beyond a long is the one thing a document of ours could have that no index can hold."""
    refused = engine.write([said(2**70, "byt"), said(2, "byt")])
    engine.settle()

    assert list(refused) == [("page", 2**70)]
    assert found(engine, "byt") == [2]


@served
def test_no_index_is_left_behind_by_rebuilds(engine):
    store(engine, said(1, "byt"))
    for _ in range(3):
        engine.finish(engine.begin())
    engine.begin()
    engine.begin()

    assert len(engine.client.indices(f"{engine.live}*")) == 2


def test_a_server_that_does_not_answer_is_unavailable_and_unhealthy(settings):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    engine = engines.engine()

    assert not engine.healthy()
    for call in (
        lambda: found(engine, "byt"),
        lambda: engine.write([said(1, "byt")]),
        lambda: engine.versions("page", [1]),
        lambda: engine.similar("tlumocnk"),
        engine.begin,
    ):
        with pytest.raises(SearchUnavailableError):
            call()


def test_one_module_imports_the_client():
    sources = Path(engines.__file__).parents[1].rglob("*.py")
    importing = {
        path.name for path in sources if re.search(r"^\s*(from|import) elastic", path.read_text(), re.MULTILINE)
    }

    assert importing == {"client.py"}
