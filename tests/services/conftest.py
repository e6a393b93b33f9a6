"""Fixtures that give a test the servers of its run, emptied."""

import pytest

from tests.services.engines import Elasticsearch, PostgreSQL, Redis
from tests.services.stack import running_server


@pytest.fixture
def postgresql():
    """The database server that this run's Django is connected to."""
    return running_server(PostgreSQL)


@pytest.fixture
def redis():
    """A Redis that runs and is empty; it runs again after the test, whatever the test did to it."""
    server = running_server(Redis)
    server.stop()
    server.start()
    yield server
    if not server.ready():
        server.start()


@pytest.fixture
def elasticsearch():
    """An Elasticsearch that runs; it runs again after the test, whatever the test did to it."""
    server = running_server(Elasticsearch)
    yield server
    if not server.ready():
        server.start()
