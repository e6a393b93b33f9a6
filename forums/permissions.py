"""Who may do what in forums. Each asks about a viewer and a loaded row; none asks the database."""

from core.states import State
from core.viewer import Viewer
from forums.models import Forum, Post, Right, Topic


def _holds(viewer: Viewer, right: str, *, platform_id: int) -> bool:
    if not viewer.is_member:
        return False
    return right == Right.SITE or viewer.may(right, platform_id=platform_id)


def can_open_forum(viewer: Viewer, platform_id: int) -> bool:
    """Return whether the viewer may open forums on a platform and change them: its coordinators may."""
    return viewer.is_member and viewer.may("manage", platform_id=platform_id)


def can_moderate_forum(viewer: Viewer, platform_id: int) -> bool:
    """Return whether the viewer may pin, lock, hide and restore there."""
    return viewer.is_member and viewer.may("moderate", platform_id=platform_id)


def can_start_topic(viewer: Viewer, forum: Forum) -> bool:
    """Return whether the viewer may start a topic in a forum that is there for her."""
    readable = forum.state == State.PUBLISHED and viewer.satisfies(forum.audience_id)
    return readable and _holds(viewer, forum.start_right, platform_id=forum.platform_id)


def can_reply(viewer: Viewer, topic: Topic) -> bool:
    """Return whether the viewer may reply: never in a topic that is locked or not published."""
    open_ = topic.state == State.PUBLISHED and not topic.locked and viewer.satisfies(topic.audience_id)
    return open_ and _holds(viewer, topic.forum.reply_right, platform_id=topic.platform_id)


def can_edit_topic(viewer: Viewer, topic: Topic) -> bool:
    """Return whether the viewer may change title, language and areas: its author while it is open, and moderators."""
    if not viewer.is_member or not topic.can_be_viewed_by(viewer):
        return False
    if can_moderate_forum(viewer, topic.platform_id):
        return True
    return topic.author_id == viewer.person_id and can_reply(viewer, topic)


def can_set_gist(viewer: Viewer, topic: Topic) -> bool:
    """Return whether the viewer may write title and gist in a further language: whoever contributes there."""
    if not viewer.is_member or not topic.can_be_viewed_by(viewer) or topic.state != State.PUBLISHED:
        return False
    return topic.author_id == viewer.person_id or viewer.may("contribute", platform_id=topic.platform_id)


def can_edit_post(viewer: Viewer, post: Post) -> bool:
    """Return whether the viewer may change the text: its author, while it is published and the topic is open."""
    own = viewer.is_member and post.author_id == viewer.person_id
    return own and post.state == State.PUBLISHED and can_reply(viewer, post.topic)


def can_delete_post(viewer: Viewer, post: Post) -> bool:
    """Return whether the viewer may delete it: its author, also where she may no longer write."""
    own = viewer.is_member and post.author_id == viewer.person_id
    return own and post.state == State.PUBLISHED and post.topic.can_be_viewed_by(viewer)


def can_see_history(viewer: Viewer, post: Post) -> bool:
    """Return whether the viewer may read earlier versions: whoever reads the post; of a hidden one only moderators."""
    if not post.can_be_viewed_by(viewer):
        return False
    return post.state == State.PUBLISHED or can_moderate_forum(viewer, post.topic.platform_id)
