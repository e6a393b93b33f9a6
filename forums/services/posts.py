"""Replying and editing. Positions are given under a lock on the topic's row, so they have neither gaps nor doubles."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.outbox import publish
from core.states import State
from forums.events import PostCreated, PostEdited
from forums.models import Post, PostVersion, Topic
from forums.services.counters import count_new_post
from forums.services.following import follow_own
from forums.services.reading import advance_own
from forums.services.texts import keep_files, note_references
from forums.services.writing import TopicClosed, Writing, already_sent, insert_post

SILENT = timedelta(minutes=10)


@transaction.atomic
def reply(topic: Topic, *, by: Any, writing: Writing) -> Post:
    """Add a post at the end of a topic and return it; a form sent twice returns the post of the first time.

    Raises TopicClosed when the topic was locked, hidden or deleted meanwhile.
    """
    row = Topic.objects.select_for_update().get(pk=topic.pk)
    if sent := already_sent(by, token=writing.token):
        return sent
    if row.locked or row.state != State.PUBLISHED:
        raise TopicClosed
    post = insert_post(row, by=by, writing=writing)
    keep_files(post, by=by, files=writing.files)
    note_references(post, references=writing.body.references)
    count_new_post(post)
    advance_own(row, by=by, position=row.last_position)
    follow_own(row, by=by)
    publish(PostCreated(post_id=post.pk, topic_id=row.pk))
    return post


@transaction.atomic
def edit_post(post: Post, *, by: Any, writing: Writing) -> bool:
    """Give a post another text or language and add files; return whether anything changed.

    Within ten minutes of writing nothing of the old text stays; later it stays in the public history.
    Raises TopicClosed when the post is no longer published.
    """
    row = Post.objects.select_for_update().get(pk=post.pk)
    if row.state != State.PUBLISHED:
        raise TopicClosed
    before = Post(body_html=row.body_html, body_text=row.body_text, language=row.language)
    row.language = writing.language
    row.set_body(writing.body)
    changed = (row.body_html, row.language) != (before.body_html, before.language)
    files_changed = keep_files(row, by=by, files=writing.files)
    if not changed and not files_changed:
        return False
    now = writing.at or timezone.now()
    silent = not changed or now - row.created_at < SILENT
    if not silent:
        _keep_version(row, before=before)
        row.edited_at, row.edit_count = now, row.edit_count + 1
    row.version += 1
    row.updated_at = now
    row.save()
    note_references(row, references=writing.body.references)
    _touch_topic(row.topic_id)
    publish(PostEdited(post_id=row.pk, topic_id=row.topic_id, silent=silent))
    return True


def _keep_version(post: Post, *, before: Post) -> None:
    PostVersion.objects.create(
        post=post,
        number=post.edit_count + 1,
        language=before.language,
        body_html=before.body_html,
        body_text=before.body_text,
        written_by_id=post.author_id,
        written_at=post.edited_at or post.created_at,
    )


def _touch_topic(topic_id: int) -> None:
    topic = Topic.objects.select_for_update().only("pk", "version").get(pk=topic_id)
    Topic.objects.filter(pk=topic_id).update(version=topic.version + 1)
