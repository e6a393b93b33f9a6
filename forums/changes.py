"""Which forum events change which items: a topic's own change reaches its posts, a post's its topic."""

from core.changes import Reference, changes_item, changes_items
from forums.events import (
    ForumChanged,
    ForumOpened,
    PostCreated,
    PostDeleted,
    PostEdited,
    PostHidden,
    PostRestored,
    TopicChanged,
    TopicDeleted,
    TopicHidden,
    TopicRestored,
    TopicStarted,
)
from forums.models import Post

TopicEvent = TopicStarted | TopicChanged | TopicHidden | TopicRestored | TopicDeleted


def topic_with_posts(event: TopicEvent) -> list[Reference]:
    """Return a topic and all its posts: they carry its title, its areas and whether it is published."""
    posts = Post.objects.filter(topic_id=event.topic_id).values_list("pk", flat=True)
    return [("topic", event.topic_id), *(("post", pk) for pk in posts)]


for _forum_event in (ForumOpened, ForumChanged):
    changes_item(_forum_event, kind="forum", field="forum_id")
for _event in (PostCreated, PostEdited, PostDeleted, PostHidden, PostRestored):
    changes_item(_event, kind="post", field="post_id")
    changes_item(_event, kind="topic", field="topic_id")
for _topic_event in (TopicStarted, TopicChanged, TopicHidden, TopicRestored, TopicDeleted):
    changes_items(_topic_event, topic_with_posts)
