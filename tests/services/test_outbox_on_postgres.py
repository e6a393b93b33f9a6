"""The outbox on PostgreSQL: however often and however parallel it is asked, a handler does its work once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from core.models import EventDelivery, OutboxEvent
from core.outbox import dispatch as outbox
from core.outbox import publish
from tests.services.outbox_probe import Knocked, knock, traces

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
PARALLEL = 3


def in_parallel(function, argument):
    """Call a function three times at the same moment, each on a database connection of its own."""
    start = Barrier(PARALLEL)

    def call(_):
        try:
            start.wait(timeout=10)
            return function(argument)
        finally:
            connection.close()

    with ThreadPoolExecutor(PARALLEL) as pool:
        return list(pool.map(call, range(PARALLEL)))


@pytest.fixture(autouse=True)
def _on_postgresql(postgresql):
    assert connection.vendor == "postgresql"
    assert str(connection.settings_dict["PORT"]) == str(postgresql.port)


def test_three_parallel_deliveries_run_a_handler_once():
    outbox.dispatch(knock("once", seconds=0.3))
    delivery = EventDelivery.objects.get(handler="tests.answer")

    assert sorted(in_parallel(outbox.deliver, delivery.pk)) == [False, False, True]
    assert traces("once") == ["answer"]


def test_three_parallel_dispatches_give_one_delivery_to_each_handler():
    event_id = knock("spread")

    in_parallel(outbox.dispatch, event_id)

    handlers = EventDelivery.objects.filter(event_id=event_id).values_list("handler", flat=True)
    assert sorted(handlers) == ["tests.answer", "tests.break", "tests.note"]


def test_a_failing_handler_stops_no_other_and_leaves_nothing_of_itself():
    for delivery_id in outbox.dispatch(knock("mixed")):
        outbox.deliver(delivery_id)

    assert traces("mixed") == ["answer", "note"]
    failed = EventDelivery.objects.get(handler="tests.break")
    assert (failed.state, failed.attempts) == ("pending", 1)
    assert failed.last_error == "ValueError: this handler always fails"


def test_a_rollback_leaves_no_event():
    with transaction.atomic():
        publish(Knocked(key="undone"))
        transaction.set_rollback(True)

    assert not OutboxEvent.objects.filter(payload__key="undone").exists()
