"""One engine after another: what is asserted here holds for each. Elasticsearch runs under the marker `services`."""

import os
import uuid

import pytest

from search import engines

EMBEDDED = pytest.param("fts5", id="fts5")
SERVED = pytest.param("elastic", id="elastic", marks=pytest.mark.services)


@pytest.fixture(params=[EMBEDDED, SERVED])
def engine(request, settings, tmp_path):
    """The site's engine, empty, for each engine there is."""
    if request.param == "fts5":
        settings.ELASTICSEARCH_URL, settings.SEARCH_PATH = "", str(tmp_path / "search.sqlite3")
        yield engines.engine()
        return
    settings.ELASTICSEARCH_URL = os.environ["ELASTICSEARCH_URL"]
    settings.ELASTICSEARCH_PREFIX = f"test-{uuid.uuid4().hex[:12]}"
    found = engines.engine()
    yield found
    for index in found.client.indices(f"{settings.ELASTICSEARCH_PREFIX}-*"):
        found.client.drop(index)


@pytest.fixture
def embedded(settings, tmp_path):
    """The embedded engine alone, for what does not depend on the engine."""
    settings.ELASTICSEARCH_URL, settings.SEARCH_PATH = "", str(tmp_path / "search.sqlite3")
    return engines.engine()


@pytest.fixture
def no_engine(settings, tmp_path):
    """An engine that does not answer: its file lies in a folder that is not there."""
    settings.ELASTICSEARCH_URL, settings.SEARCH_PATH = "", str(tmp_path / "nowhere" / "search.sqlite3")
    return engines.engine()
