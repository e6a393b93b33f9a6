"""What a topic's page says of each post, and of the place where somebody stopped reading."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from forums.models import Post, ReadMark, Topic
from forums.services import edit_post, hide_post, lock_topic
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in, writing
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import member_of

pytestmark = pytest.mark.django_db

DIVIDER = "post-place--new"
LONG_NAME = "Mag. Wilhelmina-Konstantinopolina Straßenb"
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"


def seen(topic: Topic, person: Any = None, *, query: str = "") -> str:
    client = Client()
    if person is not None:
        client.force_login(person)
    answer = client.get(topic.get_absolute_url() + query)
    assert answer.status_code == 200
    return answer.content.decode()


def article(html: str, post: Post) -> str:
    found = re.search(rf'<article\b[^>]*\bid="post-{post.pk}".*?</article>', html, re.DOTALL)
    assert found
    return found[0]


def test_the_first_post_and_its_author_are_told_apart() -> None:
    topic = topic_in(by=None)
    answer = reply_to(topic, by=member_of(topic.platform))
    again = reply_to(topic, by=topic.author)
    html = seen(topic)
    first = topic.posts.get(position=1)
    assert "post--first" in article(html, first)
    assert html.count("post--first") == 1
    starter = "Started the topic"
    with_badge = [post for post in (first, answer, again) if post_says(article(html, post), starter)]
    assert with_badge == [again]


def post_says(html: str, msgid: str) -> bool:
    with translation.override("cs"):
        return str(translation.gettext(msgid)) in html


def test_roles_are_told_to_who_is_signed_in() -> None:
    topic = topic_in()
    moderator = member_of(topic.platform, role="moderator")
    post, plain = reply_to(topic, by=moderator), reply_to(topic, by=member_of(topic.platform))
    badge = '<span class="badge badge--info">'
    assert badge in article(seen(topic, UserFactory()), post)
    assert badge not in article(seen(topic, UserFactory()), plain)
    assert badge not in seen(topic)


def test_a_stranger_to_the_language_is_told_which_it_is() -> None:
    topic = topic_in()
    post = reply_to(topic, text="Добрий день", language="uk")
    assert '<span class="badge" lang="uk">українська</span>' in article(seen(topic), post)
    assert "українська" not in article(seen(topic, UserFactory(reads=["cs", "uk"])), post)


def test_an_edited_post_leads_to_what_it_said_before() -> None:
    topic = topic_in()
    post = reply_to(topic)
    Post.objects.filter(pk=post.pk).update(created_at=timezone.now() - timedelta(hours=1))
    history = f"/cs/posts/{post.pk}/history/"
    assert history not in seen(topic)
    edit_post(Post.objects.get(pk=post.pk), by=post.author, writing=writing("U nás to fungovalo."))
    assert history in article(seen(topic), post)


def test_the_link_to_copy_is_the_permanent_one_and_not_of_what_is_gone() -> None:
    topic = topic_in()
    post, hidden = reply_to(topic), reply_to(topic)
    hide_post(hidden, by=topic.platform.author)
    html = seen(topic, topic.platform.author)
    assert f'href="/go/post/{post.pk}/"' in article(html, post)
    assert f"/go/post/{hidden.pk}/" not in html


def test_a_line_stands_where_she_stopped_reading() -> None:
    topic = topic_in()
    for number in range(24):
        reply_to(topic, text=f"Odpověď {number + 2}.")
    reader = member_of(topic.platform)
    assert DIVIDER not in seen(topic, reader)  # nothing was read yet
    mark = ReadMark.objects.create(person=reader, topic=topic, position=3)
    html = seen(topic, reader)
    assert re.search(rf'{DIVIDER}"\s+id="n4"', html)
    assert html.count(DIVIDER) == 1
    assert DIVIDER not in seen(topic, reader, query="?page=2")
    assert DIVIDER not in seen(topic)
    ReadMark.objects.filter(pk=mark.pk).update(position=25)
    assert DIVIDER not in seen(topic, reader)


def test_a_reply_is_folded_until_it_is_wanted_and_a_draft_opens_it() -> None:
    topic = topic_in()
    writer = member_of(topic.platform)
    client = Client()
    client.force_login(writer)
    address = topic.get_absolute_url()
    assert '<details class="reply">' in client.get(address).content.decode()
    client.post("/drafts/save/", {"draft_place": f"topic:{topic.pk}:reply", "body": "Rozepsáno"})
    assert '<details class="reply" open>' in client.get(address).content.decode()
    lock_topic(topic, by=topic.platform.author)
    assert 'class="reply"' not in client.get(address).content.decode()


def test_the_longest_names_and_words_stand_as_they_are() -> None:
    forum = forum_of()
    author = member_of(forum.platform, name=LONG_NAME)
    topic = topic_in(forum, by=author, title=UNBROKEN, on_behalf_of=OrganisationFactory(name=UNBROKEN))
    for address in (topic.get_absolute_url(), forum.get_absolute_url(), "/cs/topics/"):
        html = Client().get(address).content.decode()
        assert LONG_NAME in html
        assert UNBROKEN in html
