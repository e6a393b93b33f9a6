"""Starting topics and changing what stands above their posts."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from core.outbox import publish
from forums.events import TopicChanged, TopicStarted
from forums.models import Forum, Post, Topic
from forums.services.counters import count_new_post
from forums.services.following import follow_own
from forums.services.reading import advance_own
from forums.services.texts import keep_files, note_references
from forums.services.writing import Writing, already_sent, insert_post


def start_topic(forum: Forum, *, by: Any, title: str, writing: Writing, areas: Iterable[Any] = ()) -> Post:
    """Start a topic with its first post and return that post; a form sent twice returns the first one's.

    The topic keeps the forum's audience of this moment.
    """
    if sent := already_sent(by, token=writing.token):
        return sent
    try:
        return _start(forum, by=by, title=title, writing=writing, areas=areas)
    except IntegrityError:
        if sent := already_sent(by, token=writing.token):
            return sent
        raise


@transaction.atomic
def _start(forum: Forum, *, by: Any, title: str, writing: Writing, areas: Iterable[Any]) -> Post:
    now = writing.at or timezone.now()
    topic = Topic.objects.create(
        forum=forum,
        platform_id=forum.platform_id,
        audience_id=Forum.objects.values_list("audience_id", flat=True).get(pk=forum.pk),
        author=by,
        on_behalf_of=writing.on_behalf_of,
        title=title,
        language=writing.language,
        last_post_at=now,
        last_author=by,
        created_at=now,
        updated_at=now,
    )
    topic.areas.set(areas)
    post = insert_post(topic, by=by, writing=writing)
    keep_files(post, by=by, files=writing.files)
    note_references(post, references=writing.body.references)
    count_new_post(post)
    advance_own(topic, by=by, position=1)
    follow_own(topic, by=by)
    publish(TopicStarted(topic_id=topic.pk, post_id=post.pk))
    return post


@transaction.atomic
def change_topic(topic: Topic, *, by: Any, title: str, language: str, areas: Iterable[Any]) -> bool:
    """Give a topic another title, language or areas; return whether anything changed."""
    row = Topic.objects.select_for_update().get(pk=topic.pk)
    before = (row.title, row.language, {area.pk for area in row.areas.all()})
    wanted = list(areas)
    if before == (title, language, {area.pk for area in wanted}):
        return False
    row.title, row.language = title, language
    row.areas.set(wanted)
    _changed(row, fields=["title", "language"])
    return True


@transaction.atomic
def set_gist(topic: Topic, *, by: Any, language: str, title: str, gist: str) -> bool:
    """Write title and gist of a topic in a further language, or take them away when both are empty."""
    row = Topic.objects.select_for_update().get(pk=topic.pk)
    if (row.titles.get(language, ""), row.gists.get(language, "")) == (title, gist):
        return False
    for texts, text in ((row.titles, title), (row.gists, gist)):
        texts.pop(language, None)
        if text:
            texts[language] = text
    row.gist_marks.pop(language, None)
    if title or gist:
        row.gist_marks[language] = {"by": by.pk, "at": timezone.now().isoformat()}
    _changed(row, fields=["titles", "gists", "gist_marks"])
    return True


def _changed(topic: Topic, *, fields: list[str]) -> None:
    topic.version += 1
    topic.updated_at = timezone.now()
    topic.save(update_fields=[*fields, "version", "updated_at"])
    publish(TopicChanged(topic_id=topic.pk))
