"""Who writes in a topic follows it in the overview, unless she has chosen a level for it herself."""

from typing import Any

from following.services import NotFollowable, follow_by_default
from forums.models import Topic


def follow_own(topic: Topic, *, by: Any) -> None:
    """Follow the topic in the overview where no level was ever chosen."""
    try:
        follow_by_default(by=by, kind="topic", object_id=topic.pk)
    except NotFollowable:  # an import may write for somebody who has left since
        return
