"""The operator's pages are there for administrators alone."""

from typing import Any

import pytest
from django.test import Client

from core.models import EventDelivery, OutboxEvent, SiteSettings
from core.site import site_settings
from tests.factories.accounts import AdminFactory, UserFactory

pytestmark = pytest.mark.django_db
PAGES = ["/admin/outbox/", "/admin/network/"]


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def stuck() -> EventDelivery:
    event = OutboxEvent.objects.create(name="test.happened")
    return EventDelivery.objects.create(
        event=event, handler="test.on_happened", state="failed", attempts=8, last_error="ValueError: <b>why</b>"
    )


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_for_administrators(path: str) -> None:
    assert signed_in(AdminFactory()).get(path).status_code == 200
    assert signed_in(UserFactory()).get(path).status_code in {302, 403, 404}
    assert Client().get(path).status_code == 302


def test_outbox_shows_the_reason_and_retries(stuck: EventDelivery) -> None:
    client = signed_in(AdminFactory())
    page = client.get("/admin/outbox/").content.decode()
    assert "ValueError: &lt;b&gt;why&lt;/b&gt;" in page
    assert client.post("/admin/outbox/retry/", {"delivery": stuck.pk}).status_code == 302
    stuck.refresh_from_db()
    assert (stuck.state, stuck.attempts) == ("pending", 0)


@pytest.mark.parametrize("delivery", ["all", "x", "", "9" * 40, "-1"])
def test_strange_numbers_are_harmless(stuck: EventDelivery, delivery: str) -> None:
    response = signed_in(AdminFactory()).post("/admin/outbox/retry/", {"delivery": delivery})
    assert response.status_code == 302
    stuck.refresh_from_db()
    assert stuck.state == ("pending" if delivery == "all" else "failed")


def test_outbox_costs_the_same_for_few_and_many(stuck: EventDelivery, django_assert_max_num_queries: Any) -> None:
    EventDelivery.objects.bulk_create(
        EventDelivery(event=stuck.event, handler=f"test.{n}", state="failed") for n in range(120)
    )
    client = signed_in(AdminFactory())
    with django_assert_max_num_queries(20):
        assert "?page=2" in client.get("/admin/outbox/").content.decode()


def test_settings_are_changed_and_make_kept_pages_stale() -> None:
    before = site_settings().epoch
    sent = {"name": "Naše síť", "claim-cs": "Spolu", "signup": "closed", "contact": "a@example.org"}
    assert signed_in(AdminFactory()).post("/admin/network/", sent).status_code == 302
    row = SiteSettings.objects.get()
    assert (row.name, row.claim, row.signup, row.contact) == ("Naše síť", {"cs": "Spolu"}, "closed", "a@example.org")
    assert row.epoch > before


def test_wrong_settings_are_refused_with_nothing_lost() -> None:
    sent = {"name": "x" * 500, "signup": "whatever", "contact": "not an address"}
    response = signed_in(AdminFactory()).post("/admin/network/", sent)
    assert response.status_code == 422
    assert "not an address" in response.content.decode()
    assert site_settings().name == "Mosty"
