"""What is announced, and when: in the transaction of the change, and never for drafts."""

import pytest
from django.db import transaction
from wagtail.models import Page

from cms.services.publishing import hide_page, restore_page
from core.kinds import get_kind
from core.models import OutboxEvent
from core.site import site_settings
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def told():
    return [row.name for row in OutboxEvent.objects.order_by("pk")]


@pytest.fixture
def page(home):
    page = pages.plain(slug="zprava")
    OutboxEvent.objects.all().delete()
    return page


def test_publishing_is_announced(page):
    page.title = "Nově"
    page.save_revision().publish()
    assert told() == ["cms.page_published"]


def test_a_draft_is_not_announced(page):
    page.title = "Rozepsáno"
    page.save_revision()
    assert told() == []


def test_unpublishing_is_announced_once(page):
    page.unpublish()
    assert told() == ["cms.page_unpublished"]


def test_an_expired_page_is_announced_although_wagtail_saves_its_base_row(page):
    Page.objects.get(pk=page.pk).unpublish()
    assert told() == ["cms.page_unpublished"]


def test_deletion_is_announced(page):
    page.delete()
    assert told() == ["cms.page_unpublished", "cms.page_deleted"]


def test_a_move_is_announced_for_everything_that_moved(page, home):
    child = pages.plain(parent=page, slug="pod")
    other = pages.plain(slug="jinam")
    OutboxEvent.objects.all().delete()
    page.refresh_from_db()
    page.move(other, pos="last-child")
    assert {row.payload["page_id"] for row in OutboxEvent.objects.all()} == {page.pk, child.pk}


def test_a_rollback_leaves_no_event(page):
    with transaction.atomic():
        page.save_revision().publish()
        transaction.set_rollback(True)
    assert told() == []


def test_what_readers_see_raises_the_epoch(page):
    before = site_settings().epoch
    page.save_revision().publish()
    assert site_settings().epoch > before


def test_a_moderator_hides_and_restores(page):
    kind, editor = get_kind("page"), UserFactory(admin=True)
    item = kind.queryset().get(pk=page.pk)
    assert kind.hide(item, by=editor, reason="") is True
    item = kind.queryset().get(pk=page.pk)
    assert kind.hide(item, by=editor, reason="") is False
    assert not kind.is_published(item)
    assert kind.restore(item, by=editor, reason="") is True
    assert kind.is_published(kind.queryset().get(pk=page.pk))


def test_hiding_and_restoring_keep_the_text(page):
    page.body = [("paragraph", "<p>Zůstane</p>")]
    page.save_revision().publish()
    hide_page(page, by=None)
    page.refresh_from_db()
    restore_page(page, by=None)
    assert "Zůstane" in type(page).objects.get(pk=page.pk).plain_text
