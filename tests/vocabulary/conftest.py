"""What the tests of the vocabulary share."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _czech():
    """Begin in Czech, whatever language the last request of another test left behind."""
    with translation.override("cs"):
        yield
