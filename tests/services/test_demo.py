"""The demo comes in through the services, once, and goes out again without a trace."""

import pytest
from django.apps import apps
from django.core.management import call_command

from accounts.models import User
from core.models import EventDelivery
from core.outbox.dispatch import drain
from demo.models import DemoRecord
from forums.models import Post, Topic
from mail.models import OutgoingMail

pytestmark = [pytest.mark.services, pytest.mark.django_db]
OURS = ("accounts", "following", "organisations", "platforms", "moderation", "forums", "notifications", "demo")


def counts() -> dict[str, int]:
    """Return how many rows every table of people, talk and notices has."""
    return {
        model._meta.label: model._base_manager.count()
        for name in OURS
        for model in apps.get_app_config(name).get_models()
    }


def test_the_demo_is_loaded_once_sent_and_removed() -> None:
    call_command("start_site", verbosity=0)
    drain()
    before = counts()
    call_command("load_demo")
    assert (User.objects.exclude(persona="").count(), Topic.objects.count(), Post.objects.count()) == (5, 30, 204)
    assert not EventDelivery.objects.exclude(state="done").exists()
    overviews = OutgoingMail.objects.filter(to="partner-abroad@example.org", state="sent")
    assert overviews.count() == 1

    loaded = counts()
    call_command("load_demo")
    assert counts() == loaded

    call_command("remove_demo")
    assert not DemoRecord.objects.exists()
    left = {label for label, number in counts().items() if number != before[label]}
    assert left <= {"platforms.Role", "notifications.DigestRun"}  # template roles and the log of runs name nobody
