"""Editing, deleting, history, gist, title, pin and lock, through the pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from core.models import Attachment
from forums.models import Post, Topic
from forums.services import edit_post, hide_post, hide_topic, lock_topic
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in, writing
from tests.factories.platforms import member_of

pytestmark = pytest.mark.django_db


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def own_post(**fields: Any) -> Post:
    topic = topic_in()
    return reply_to(topic, by=member_of(topic.platform), **fields)


def test_editing_shows_what_stands_and_stores_what_comes() -> None:
    post = own_post(text="Je to **tak**.")
    client = signed_in(post.author)
    assert "Je to **tak**." in client.get(f"/cs/posts/{post.pk}/edit/").content.decode()
    answer = client.post(f"/cs/posts/{post.pk}/edit/", {"body": "Není.", "language": "sk"})
    assert answer.url == post.get_absolute_url()
    post.refresh_from_db()
    assert (post.body_text, post.language, post.position) == ("Není.", "sk", 2)


def test_an_empty_edit_comes_back() -> None:
    post = own_post()
    answer = signed_in(post.author).post(f"/cs/posts/{post.pk}/edit/", {"body": "", "language": "cs"})
    assert answer.status_code == 422


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("moderator", 403), ("outsider", 403), ("admin", 403)])
def test_nobody_edits_the_words_of_another(who: str, status: int) -> None:
    post = own_post(text="Moje slova.")
    people = {"outsider": UserFactory, "admin": AdminFactory}
    person = people.get(who, lambda: member_of(post.topic.platform, role=who))()
    answer = signed_in(person).post(f"/cs/posts/{post.pk}/edit/", {"body": "Cizí slova.", "language": "cs"})
    assert answer.status_code == status
    post.refresh_from_db()
    assert post.body_text == "Moje slova."


@pytest.mark.parametrize(("closing", "status"), [("lock", 403), ("hide", 403), ("hide topic", 404)])
def test_an_edit_of_what_was_closed_meanwhile_keeps_the_text_in_sight(closing: str, status: int) -> None:
    post = own_post()
    moderator = post.topic.platform.author
    {"lock": lock_topic, "hide topic": hide_topic}.get(closing, lambda *_a, **_k: hide_post(post, by=moderator))(
        post.topic, by=moderator
    )
    answer = signed_in(post.author).post(f"/cs/posts/{post.pk}/edit/", {"body": "Hodina psaní.", "language": "cs"})
    assert answer.status_code == status
    assert "Hodina psaní." in answer.content.decode()


def test_deleting_asks_first() -> None:
    post = own_post(text="Pryč s tím.")
    client = signed_in(post.author)
    assert "Pryč s tím." in client.get(f"/cs/posts/{post.pk}/delete/").content.decode()
    assert client.post(f"/cs/posts/{post.pk}/delete/").url == post.get_absolute_url()
    assert client.post(f"/cs/posts/{post.pk}/delete/").status_code == 404
    assert "Pryč s tím." not in Client().get(post.topic.get_absolute_url()).content.decode()


def test_deleting_the_only_post_leads_to_the_forum() -> None:
    topic = topic_in()
    answer = signed_in(topic.author).post(f"/cs/posts/{topic.posts.get().pk}/delete/")
    assert answer.url == topic.forum.get_absolute_url()
    assert signed_in(topic.author).get(topic.get_absolute_url()).status_code == 404


def test_nobody_deletes_the_post_of_another() -> None:
    post = own_post()
    assert signed_in(post.topic.author).post(f"/cs/posts/{post.pk}/delete/").status_code == 404


def test_the_history_is_there_for_who_reads_the_post() -> None:
    post = own_post(text="Napsáno poprvé.")
    Post.objects.filter(pk=post.pk).update(created_at=timezone.now() - timedelta(hours=1))
    edit_post(post, by=post.author, writing=writing("Napsáno podruhé."))
    address = f"/cs/posts/{post.pk}/history/"
    page = Client().get(address).content.decode()
    assert "Napsáno poprvé." in page
    assert "Napsáno podruhé." in page
    assert address in Client().get(post.topic.get_absolute_url()).content.decode()
    hide_post(post, by=post.topic.author)
    assert Client().get(address).status_code == 404


def test_a_gist_is_written_by_who_contributes() -> None:
    topic = topic_in()
    address = f"/cs/topics/{topic.pk}/gist/"
    fields = {"language": "en", "title": "Deposits", "gist": "Who pays?"}
    assert signed_in(UserFactory()).post(address, fields).status_code == 404
    client = signed_in(member_of(topic.platform))
    assert client.get(f"{address}?language=en").status_code == 200
    assert client.post(address, {**fields, "gist": "x" * 301}).status_code == 422
    assert client.post(address, fields).status_code == 302
    assert "Who pays?" in Client().get(topic.get_absolute_url()).content.decode()


def test_title_and_areas_are_changed_by_author_and_moderators() -> None:
    topic = topic_in(by=None)
    address = f"/cs/topics/{topic.pk}/edit/"
    fields = {"title": "Nový název", "language": "cs"}
    assert signed_in(member_of(topic.platform)).post(address, fields).status_code == 404
    client = signed_in(member_of(topic.platform, role="moderator"))
    assert client.post(address, {**fields, "title": ""}).status_code == 422
    assert client.post(address, fields).status_code == 302
    assert Topic.objects.get().title == "Nový název"


@pytest.mark.parametrize(("word", "field"), [("lock", "locked"), ("pin", "pinned")])
def test_moderators_pin_and_lock(word: str, field: str) -> None:
    topic = topic_in()
    address = f"/cs/topics/{topic.pk}/{word}/"
    assert signed_in(member_of(topic.platform)).post(address, {"value": "1"}).status_code == 404
    moderator = signed_in(member_of(topic.platform, role="moderator"))
    for value in ("1", "0"):
        assert moderator.post(address, {"value": value}).url == topic.get_absolute_url()
        topic.refresh_from_db()
        assert getattr(topic, field) is (value == "1")


def test_a_post_carries_files_that_only_its_readers_get() -> None:
    topic = topic_in(forum_of(slug="members"))
    client = signed_in(topic.author)
    fields = {
        "body": "V příloze.",
        "language": "cs",
        "audience_seen": f"platform:{topic.platform_id}|1|0",
        "attachments": SimpleUploadedFile("formular.txt", b"Jmeno a prijmeni\n", content_type="text/plain"),
    }
    assert client.post(f"/cs/topics/{topic.pk}/reply/", fields).status_code == 302
    post, file = Post.objects.get(position=2), Attachment.objects.get()
    assert (post.file_count, file.kind, file.object_id) == (1, "post", post.pk)
    assert "formular.txt" in client.get(topic.get_absolute_url()).content.decode()
    address = f"/files/{file.pk}/{file.name}"
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == b"Jmeno a prijmeni\n"
    assert Client().get(address).status_code == 404
    client.post(f"/cs/posts/{post.pk}/edit/", {"body": "Bez přílohy.", "language": "cs"})
    post.refresh_from_db()
    assert (post.file_count, Attachment.objects.count()) == (0, 0)
