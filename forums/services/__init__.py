"""What people do in forums. Import services from here."""

from forums.services.deleting import delete_post
from forums.services.forums import change_forum, free_slug, narrow_forums, open_first_forums, open_forum
from forums.services.moderating import (
    hide_post,
    hide_topic,
    lock_topic,
    pin_topic,
    restore_post,
    restore_topic,
)
from forums.services.posts import edit_post, reply
from forums.services.reading import mark_read
from forums.services.topics import change_topic, set_gist, start_topic
from forums.services.writing import TopicClosed, Writing, already_sent

__all__ = [
    "TopicClosed",
    "Writing",
    "already_sent",
    "change_forum",
    "change_topic",
    "delete_post",
    "edit_post",
    "free_slug",
    "hide_post",
    "hide_topic",
    "lock_topic",
    "mark_read",
    "narrow_forums",
    "open_first_forums",
    "open_forum",
    "pin_topic",
    "reply",
    "restore_post",
    "restore_topic",
    "set_gist",
    "start_topic",
]
