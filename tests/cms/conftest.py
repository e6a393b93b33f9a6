"""What the tests of the website share."""

import pytest
from django.utils import translation

from tests.factories import cms as pages


@pytest.fixture
def home(db):
    """The Czech and the English home page."""
    pages.home("cs")
    pages.home("en")
    return pages.home("cs")


@pytest.fixture(autouse=True)
def _czech():
    """Begin in Czech, whatever language the last request of another test left behind."""
    with translation.override("cs"):
        yield
