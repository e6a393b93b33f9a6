"""The queue: every change reaches the engine once it answers, whatever failed or was overtaken in between."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from core.changes import changed_items, changing_events
from core.kinds import Kind, all_kinds, get_kind
from core.outbox import handlers_of, publish, registered_events
from forums.events import TopicHidden
from organisations.models import Organisation
from search.engines.base import SearchUnavailableError
from search.models import SearchEntry
from search.queue import due, mark, waiting
from search.reconcile import reconcile
from search.sync import sync_all, sync_batch
from search.tasks import reconcile as reconcile_task
from search.tasks import sync_due
from tests.factories.forums import reply_to, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.vocabulary import TerritoryFactory
from tests.search.index import found
from vocabulary.events import TerritoriesLoaded

pytestmark = pytest.mark.django_db


def organisation(name="Centrum pro cizince"):
    """Return an organisation nobody has queued yet."""
    row = OrganisationFactory(name=name)
    SearchEntry.objects.all().delete()
    return row


def entry(item):
    return SearchEntry.objects.get(kind="organisation", object_id=item.pk)


def test_search_hears_of_every_event_that_changes_an_item():
    assert {"forums.post_created", "platforms.platform_changed", "accounts.account_closed"} <= set(changing_events())
    for name in changing_events():
        assert name in registered_events()
        assert f"search.on:{name}" in handlers_of(name)


def test_a_hidden_topic_asks_for_all_its_posts():
    topic = topic_in()
    posts = [topic.posts.get().pk, reply_to(topic).pk]

    assert set(changed_items(TopicHidden(topic_id=topic.pk))) == {("topic", topic.pk), *(("post", pk) for pk in posts)}


def test_marking_again_raises_the_version_and_asks_again(engine):
    item = organisation()
    mark([("organisation", item.pk)])
    first = entry(item).version
    sync_all()
    assert not waiting().exists()

    mark([("organisation", item.pk), ("organisation", item.pk)])

    assert entry(item).version > first
    assert waiting().count() == 1


def test_versions_rise_even_when_the_queue_was_restored_from_a_backup(embedded):
    item = organisation()
    mark([("organisation", item.pk)])
    before = entry(item).version
    SearchEntry.objects.all().delete()
    mark([("organisation", item.pk)])

    assert entry(item).version > before


def test_a_rollback_asks_for_nothing(embedded):
    item = organisation()
    with transaction.atomic():
        mark([("organisation", item.pk)])
        transaction.set_rollback(True)

    assert not SearchEntry.objects.exists()


def test_what_is_gone_or_not_published_leaves_the_engine(engine):
    item = organisation()
    mark([("organisation", item.pk), ("organisation", 99_999), ("nonsense", 1)])
    sync_all()
    engine.settle()
    assert found(engine, "cizinec") == [item.pk]

    Organisation.objects.update(state="hidden")
    mark([("organisation", item.pk)])
    sync_all()
    engine.settle()

    assert found(engine, "cizinec") == []
    assert not waiting().exists()
    assert entry(item).digest == ""


def test_while_the_engine_is_down_everything_waits_longer_and_longer(no_engine):
    item = organisation()
    mark([("organisation", item.pk)])
    waits = []
    for _ in range(12):
        SearchEntry.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
        with pytest.raises(SearchUnavailableError):
            sync_batch()
        waits.append(round((entry(item).next_try_at - timezone.now()).total_seconds() / 10) * 10)

    assert waits[:6] == [30, 60, 120, 240, 480, 900]
    assert set(waits[6:]) == {900}
    assert "SearchUnavailableError" not in entry(item).last_error
    assert entry(item).attempts == 12
    assert due(limit=10) == []


def test_tasks_are_quiet_while_the_engine_is_down(no_engine):
    mark([("organisation", organisation().pk)])

    sync_due()
    reconcile_task()

    assert waiting().exists()


def test_one_run_carries_many_batches_and_leaves_the_rest_to_the_next(embedded, monkeypatch):
    monkeypatch.setattr("search.tasks.MOST_BATCHES", 1)
    mark([("organisation", pk) for pk in range(1, 151)])

    sync_due()
    assert waiting().count() == 50
    sync_due()
    assert waiting().count() == 0


def test_a_wish_made_while_writing_stays_open(embedded, monkeypatch):
    item = organisation()
    mark([("organisation", item.pk)])
    write = type(embedded).write

    def overtaken(*args, **kwargs):
        mark([("organisation", item.pk)])
        return write(*args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(type(embedded), "write", overtaken)
        sync_batch()

    assert waiting().count() == 1
    sync_all()
    assert not waiting().exists()


def test_an_item_that_cannot_be_read_stops_no_other(embedded, monkeypatch):
    broken, fine = OrganisationFactory(name="Rozbité cizinec"), OrganisationFactory(name="Celé cizinec")
    SearchEntry.objects.all().delete()
    audience = Kind.audience

    def sometimes(self, item):
        if item.pk == broken.pk:
            raise ValueError("no audience")
        return audience(self, item)

    monkeypatch.setattr(Kind, "audience", sometimes)
    mark([("organisation", broken.pk), ("organisation", fine.pk)])
    sync_all()

    assert found(embedded, "cizinec") == [fine.pk]
    assert entry(broken).last_error == "ValueError: no audience"
    assert (entry(broken).attempts, entry(fine).attempts) == (1, 0)


def test_reconcile_finds_what_no_event_told(engine):
    item, hidden, deleted = organisation("Beze zprávy"), organisation("Skryté"), organisation("Smazané")
    assert reconcile() >= 3
    sync_all()
    assert reconcile() == 0

    Organisation.objects.filter(pk=item.pk).update(name="Přejmenováno")
    Organisation.objects.filter(pk=hidden.pk).update(state="hidden")
    Organisation.objects.filter(pk=deleted.pk).delete()
    assert reconcile() == 3
    sync_all()
    engine.settle()

    assert found(engine, "přejmenováno") == [item.pk]
    assert found(engine, "beze zprávy") == found(engine, "skryté") == found(engine, "smazané") == []
    assert reconcile() == 0


def test_reconcile_finds_what_the_engine_lost(engine):
    item = organisation()
    reconcile()
    sync_all()
    engine.finish(engine.begin())
    assert found(engine, "cizinec") == []

    assert reconcile() >= 1
    sync_all()
    engine.settle()
    assert found(engine, "cizinec") == [item.pk]


@pytest.mark.parametrize("code", [kind.code for kind in all_kinds() if kind.searchable])
def test_every_kind_can_be_read_for_search(code):
    """A kind's queryset must bear what search asks of it."""
    rows = get_kind(code).queryset().select_related(None).prefetch_related(None)

    assert list(rows.filter(pk__gt=0).order_by("pk").values_list("pk", flat=True)[:1]) is not None


def test_loaded_places_are_asked_for(embedded, drain):
    place, hidden = TerritoryFactory(names={"cs": "Lípová"}), TerritoryFactory(names={"cs": "Dubová"}, offered=False)
    with transaction.atomic():
        publish(TerritoriesLoaded())
    drain()
    sync_all()

    assert found(embedded, "lípová") == [place.pk] != [hidden.pk]
    assert found(embedded, "dubová") == []
