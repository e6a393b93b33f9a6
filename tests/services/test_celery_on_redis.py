"""Real worker processes deliver what another process published, also when the broker was away meanwhile."""

import pytest
from django.utils import timezone

from core.models import Beat, EventDelivery, OutboxEvent
from tests.services.mosty_processes import knock_from_another_process, production_environment, worker
from tests.services.outbox_probe import traces
from tests.services.processes import wait_for

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


def delivered(key):
    return traces(key) == ["answer", "note"]


def test_a_worker_delivers_what_another_process_published(redis, tmp_path):
    env = production_environment(redis_url=redis.url)

    with worker(tmp_path, env=env):
        knock_from_another_process("redis", env=env)

        assert wait_for(lambda: delivered("redis"), seconds=20)


def test_a_broker_that_was_down_loses_nothing(redis, tmp_path):
    env = production_environment(redis_url=redis.url)
    redis.stop()

    knock_from_another_process("down", env=env)
    assert OutboxEvent.objects.get(payload__key="down").dispatched_at is None

    redis.start()
    started = timezone.now()
    with worker(tmp_path, env=env):
        # Beat asks every minute for what was left behind; nobody sends the message again.
        assert wait_for(lambda: delivered("down"), seconds=100)
        assert wait_for(lambda: Beat.objects.filter(at__gte=started).exists(), seconds=10)


def test_a_worker_outlives_a_broker_that_goes_and_comes_back(redis, tmp_path):
    env = production_environment(redis_url=redis.url)

    with worker(tmp_path, env=env):
        redis.kill()
        redis.start()
        knock_from_another_process("back", env=env)

        assert wait_for(lambda: delivered("back"), seconds=60)


def test_a_failing_handler_stops_no_other_in_the_worker(redis, tmp_path):
    env = production_environment(redis_url=redis.url)

    with worker(tmp_path, env=env):
        knock_from_another_process("mixed", env=env)
        assert wait_for(lambda: delivered("mixed"), seconds=20)
        assert wait_for(lambda: EventDelivery.objects.get(handler="tests.break").attempts == 1, seconds=10)
