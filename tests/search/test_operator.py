"""The operator's page about search: what the engine refused is seen with its reason and can be tried again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from search.models import SearchEntry
from tests.factories.accounts import AdminFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/search-index/"


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def refused():
    later = timezone.now() + timedelta(hours=1)
    return SearchEntry.objects.create(
        kind="topic", object_id=7, version=2, attempts=3, next_try_at=later, last_error="ValueError: <b>why</b>"
    )


def test_it_is_there_for_administrators_alone():
    assert signed_in(AdminFactory()).get(ADDRESS).status_code == 200
    assert signed_in(UserFactory()).get(ADDRESS).status_code in {302, 403, 404}
    assert Client().get(ADDRESS).status_code == 302


def test_it_shows_the_reason_and_tries_again(refused):
    client = signed_in(AdminFactory())
    assert "ValueError: &lt;b&gt;why&lt;/b&gt;" in client.get(ADDRESS).text
    client.post(f"{ADDRESS}retry/", {"entry": refused.pk})
    refused.refresh_from_db()
    assert (refused.attempts, refused.next_try_at <= timezone.now()) == (0, True)


def test_what_merely_waits_or_is_done_is_no_trouble(refused):
    SearchEntry.objects.create(kind="topic", object_id=8, version=2)
    SearchEntry.objects.create(kind="topic", object_id=9, version=2, synced_version=2)
    text = signed_in(AdminFactory()).get(ADDRESS).text
    assert "topic 7" in text
    assert "topic 8" not in text
    assert "topic 9" not in text


@pytest.mark.parametrize(("entry", "tries"), [("all", 0), ("x", 3), ("", 3), ("9" * 40, 3), ("-1", 3)])
def test_strange_numbers_are_harmless(refused, entry, tries):
    assert signed_in(AdminFactory()).post(f"{ADDRESS}retry/", {"entry": entry}).status_code == 302
    refused.refresh_from_db()
    assert refused.attempts == tries
