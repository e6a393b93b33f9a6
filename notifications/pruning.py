"""Forgets what is old, in small bites: lines and mails after 180 days, wishes nobody confirmed, addresses that left."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from notifications.models import DigestMail, DigestRun, DigestSubscription, InstantMail, Notification, Release
from notifications.services.site_list import recount_unread
from notifications.services.subscriptions import CONFIRM_WITHIN

KEEP = timedelta(days=180)
KEEP_RELEASES = timedelta(days=400)
KEEP_ENDED = timedelta(days=60)
BITE = 500


def prune_old() -> int:
    """Delete everything whose time is over; return how many rows."""
    old = timezone.now() - KEEP
    return (
        _prune_lines(Notification.objects.filter(updated_at__lt=old))
        + _prune(InstantMail.objects.filter(created_at__lt=old).exclude(state="waiting"))
        + _prune(DigestMail.objects.filter(created_at__lt=old))
        + _prune(DigestRun.objects.filter(started_at__lt=old))
        + _prune(Release.objects.filter(released_at__lt=timezone.now() - KEEP_RELEASES))
        + _prune(_over())
    )


def _over() -> QuerySet[DigestSubscription]:
    """Return addresses that never confirmed, and those that left so long ago that no mail with their link is about."""
    now = timezone.now()
    never = Q(confirmed_at=None, created_at__lt=now - CONFIRM_WITHIN - timedelta(days=1))
    return DigestSubscription.objects.filter(Q(person=None) & never | Q(ended_at__lt=now - KEEP_ENDED))


def _prune(rows: QuerySet[Any]) -> int:
    pruned = 0
    while ids := list(rows.order_by("pk").values_list("pk", flat=True)[:BITE]):
        rows.model._default_manager.filter(pk__in=ids).delete()
        pruned += len(ids)
    return pruned


def _prune_lines(rows: QuerySet[Notification]) -> int:
    people = set(rows.filter(read_at=None).values_list("person_id", flat=True))
    pruned = _prune(rows)
    recount_unread(people)
    return pruned
