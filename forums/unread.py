"""What a member has not read on her platforms. It counts topics that are there for her, and nothing else."""

from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from core.viewer import Viewer
from forums.models import Topic
from forums.rows import NEW_FOR
from platforms.models import Membership, MembershipState


def unread_topics(viewer: Viewer) -> QuerySet[Topic]:
    """Return the topics of her platforms with something she has not read; only for a member."""
    mine = Membership.objects.filter(person_id=viewer.person_id, state=MembershipState.ACTIVE).values("platform_id")
    rows: Any = Topic.objects.for_rows(viewer).published().filter(platform__in=mine)
    found: QuerySet[Topic] = rows.unread(since=timezone.now() - NEW_FOR)
    return found


def unread_by_platform(viewer: Viewer) -> dict[int, int]:
    """Return how many such topics stand on each platform, by one statement."""
    return dict(unread_topics(viewer).order_by().values_list("platform_id").annotate(Count("pk")))
