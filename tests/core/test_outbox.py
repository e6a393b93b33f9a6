"""The outbox loses nothing: a rollback leaves no event, a failing handler stops no other, and what is stuck is seen."""

from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from typing import Any, ClassVar

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from core import tasks
from core.models import EventDelivery, OutboxEvent
from core.models.outbox import MAX_ATTEMPTS
from core.outbox import Event, events, handler, publish
from core.outbox.dispatch import deliver, dispatch, drain, retry, stuck
from core.outbox.operator import numbers, retry_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def happened() -> type[Event]:
    @dataclass(frozen=True, kw_only=True)
    class Happened(Event):
        name: ClassVar[str] = "test.happened"
        number: int

    return Happened


@pytest.fixture
def seen(happened: type[Event]) -> list[int]:
    numbers_seen: list[int] = []
    handler(happened, name="test.on_happened")(lambda event: numbers_seen.append(event.number))
    return numbers_seen


@pytest.fixture
def failing(happened: type[Event]) -> None:
    @handler(happened, name="test.always_fails")
    def _fail(_event: Any) -> None:
        raise RuntimeError("no luck")


def make(event: type[Event], number: int = 1) -> OutboxEvent:
    with transaction.atomic():
        return publish(event(number=number))


def test_published_event_reaches_its_handlers(happened, seen, drain) -> None:
    make(happened, 7)
    assert drain() == 1
    assert seen == [7]
    assert drain() == 0


def test_rollback_leaves_nothing(happened, seen) -> None:
    with transaction.atomic():
        publish(happened(number=1))
        transaction.set_rollback(True)
    drain()
    assert (OutboxEvent.objects.count(), seen) == (0, [])


@pytest.mark.django_db(transaction=True)
def test_publishing_outside_a_transaction_is_an_error(happened) -> None:
    with pytest.raises(RuntimeError, match="outside a transaction"):
        publish(happened(number=1))


@pytest.mark.parametrize("error", [OperationalError("down"), OSError("down")])
def test_broker_down_loses_nothing(happened, seen, monkeypatch, django_capture_on_commit_callbacks, error) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(tasks.dispatch_event, "apply_async", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        make(happened)
    assert seen == []
    OutboxEvent.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    tasks.sweep_outbox()
    assert seen == [1]


def test_failing_handler_stops_no_other(happened, failing, seen) -> None:
    make(happened)
    drain()
    states = dict(EventDelivery.objects.values_list("handler", "state"))
    assert states == {"test.on_happened": "done", "test.always_fails": "pending"}
    failed = EventDelivery.objects.get(handler="test.always_fails")
    assert (failed.attempts, failed.last_error) == (1, "RuntimeError: no luck")
    assert failed.next_try_at > timezone.now()


def test_failing_handler_leaves_nothing_of_its_own(happened) -> None:
    @handler(happened, name="test.writes_and_fails")
    def _write_and_fail(_event: Any) -> None:
        OutboxEvent.objects.create(name="test.trace")
        raise RuntimeError

    make(happened)
    drain()
    assert not OutboxEvent.objects.filter(name="test.trace").exists()


def test_handler_gives_up_after_eight_tries_and_an_operator_sees_it(happened, failing) -> None:
    make(happened)
    for _ in range(MAX_ATTEMPTS + 3):
        drain()
        EventDelivery.objects.update(next_try_at=timezone.now())
    failed = EventDelivery.objects.filter(stuck()).get()
    assert (failed.state, failed.attempts) == ("failed", MAX_ATTEMPTS)
    assert numbers().failed == 1


def test_waits_grow_between_tries(happened, failing) -> None:
    make(happened)
    waits = []
    for _ in range(3):
        drain()
        delivery = EventDelivery.objects.get()
        waits.append(delivery.next_try_at - timezone.now())
        EventDelivery.objects.update(next_try_at=timezone.now())
    assert waits == sorted(waits)
    assert waits[0] > timedelta(seconds=30)


def test_retry_gives_eight_tries_anew_but_never_repeats_what_is_done(happened, failing, seen) -> None:
    make(happened)
    drain()
    assert retry(list(EventDelivery.objects.values_list("pk", flat=True))) == 1
    assert EventDelivery.objects.get(handler="test.always_fails").attempts == 0
    drain()
    assert seen == [1]
    assert retry_all() == 1


def test_dispatching_and_delivering_twice_does_the_work_once(happened, seen) -> None:
    event = make(happened)
    first, second = dispatch(event.pk), dispatch(event.pk)
    assert first == second
    assert [deliver(first[0]), deliver(first[0])] == [True, False]
    assert seen == [1]


def test_what_is_gone_is_passed_over() -> None:
    assert dispatch(987654) == []
    assert deliver(987654) is False


def test_event_of_an_app_that_is_gone_waits_for_an_operator(happened, seen) -> None:
    make(happened)
    del events._events["test.happened"]
    drain()
    assert "KeyError" in EventDelivery.objects.get().last_error


def test_payload_may_have_gained_fields(happened, seen) -> None:
    event = make(happened)
    OutboxEvent.objects.filter(pk=event.pk).update(payload={"number": 3, "of_tomorrow": True})
    drain()
    assert seen == [3]


def test_sweep_leaves_what_a_worker_has_just_been_told_about(happened, seen) -> None:
    make(happened)
    tasks.sweep_outbox()
    assert seen == []


def test_sweep_finishes_what_a_killed_worker_left_half_done(happened, seen) -> None:
    event = make(happened)
    dispatch(event.pk)
    EventDelivery.objects.update(next_try_at=timezone.now() - timedelta(minutes=1))
    tasks.sweep_outbox()
    assert seen == [1]


def test_prune_forgets_what_is_done_and_old_and_keeps_the_rest(happened, failing) -> None:
    old, fresh = make(happened, 1), make(happened, 2)
    OutboxEvent.objects.bulk_create(OutboxEvent(name="test.old", dispatched_at=timezone.now()) for _ in range(1_100))
    drain()
    OutboxEvent.objects.exclude(pk=fresh.pk).update(dispatched_at=timezone.now() - timedelta(days=31))
    tasks.prune_outbox()
    assert set(OutboxEvent.objects.values_list("pk", flat=True)) == {old.pk, fresh.pk}


def told(action: str, *ids: int) -> str:
    out = StringIO()
    call_command("outbox", action, *map(str, ids), stdout=out)
    return out.getvalue()


def test_command_shows_retries_and_drains(happened, failing, seen) -> None:
    make(happened)
    assert told("drain") == "1 done.\n"
    shown = told("stuck")
    assert "0 events to dispatch, 1 waiting, 0 given up." in shown
    assert "test.always_fails" in shown
    assert "RuntimeError: no luck" in shown
    assert told("retry", EventDelivery.objects.get(handler="test.always_fails").pk) == "1 to be tried again.\n"
    assert told("retry") == "0 to be tried again.\n"
