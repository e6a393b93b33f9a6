"""What the tests of the website share."""

import pytest

from tests.factories import cms as pages


@pytest.fixture
def home(db):
    """The Czech and the English home page."""
    pages.home("cs")
    pages.home("en")
    return pages.home("cs")
