"""Lists and topic pages: what stands there for whom, and how the pages hang together."""

from typing import Any

import pytest
from django.test import Client

from forums.models import Forum, ReadMark, Topic
from forums.paging import topic_page
from forums.services import delete_post, hide_post, hide_topic, pin_topic, set_gist
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


def page(address: str, person: Any = None, *, status: int = 200) -> str:
    client = Client()
    if person is not None:
        client.force_login(person)
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_latest_shows_what_one_may_read_and_nothing_else() -> None:
    public = topic_in(title="Pro všechny")
    closed = topic_in(forum_of(public.platform, slug="members"), title="Jen pro členy")
    hidden = topic_in(public.forum, title="Skryté téma")
    hide_topic(hidden, by=public.platform.author)
    assert "Pro všechny" in page("/cs/topics/")
    assert "Jen pro členy" not in page("/cs/topics/")
    member = member_of(public.platform)
    assert "Jen pro členy" in page("/cs/topics/", member)
    assert "Skryté téma" not in page("/cs/topics/", member)
    for person, status in ((None, 404), (UserFactory(), 404), (member, 200)):
        page(closed.get_absolute_url(), person, status=status)
    for person, status in ((None, 404), (member, 404), (hidden.author, 200), (public.platform.author, 200)):
        page(hidden.get_absolute_url(), person, status=status)


def test_a_forum_is_not_there_for_those_it_is_not_for() -> None:
    forum = forum_of(slug="members")
    page(forum.get_absolute_url(), status=404)
    assert forum.name in page(forum.get_absolute_url(), member_of(forum.platform))


def test_empty_lists_say_what_to_do() -> None:
    forum = forum_of()
    assert "/cs/platforms/" in page("/cs/topics/")
    assert f"{forum.get_absolute_url()}new/" in page(forum.get_absolute_url(), forum.platform.author)


def test_an_outdated_address_leads_to_the_present_one() -> None:
    topic = topic_in()
    answer = Client().get(f"/cs/topics/{topic.pk}-neco-jineho/?page=1")
    assert (answer.status_code, answer.url) == (301, f"{topic.get_absolute_url()}?page=1")
    assert Client().get(f"/cs/topics/{topic.pk}/").url == topic.get_absolute_url()


def filled(replies: int) -> Topic:
    topic = topic_in()
    for number in range(replies):
        reply_to(topic, text=f"Odpověď {number + 2}.")
    topic.refresh_from_db()
    return topic


def test_pages_are_ranges_of_positions() -> None:
    topic = filled(41)
    address = topic.get_absolute_url()
    assert "Odpověď 20." in page(address)
    assert "Odpověď 21." not in page(address)
    third = page(f"{address}?page=3")
    assert "Odpověď 41." in third
    assert "Odpověď 40." not in third
    assert Client().get(f"{address}?page=9").url == f"{address}?page=3"
    for nonsense in ("0", "-1", "abc", "9" * 40, "٣"):
        assert "Odpověď 2." in page(f"{address}?page={nonsense}")


def test_the_permanent_address_of_a_post_finds_its_page() -> None:
    topic = filled(25)
    post = topic.posts.get(position=22)
    assert Client().get(f"{topic.get_absolute_url()}?post={post.pk}").url.endswith(f"?page=2#post-{post.pk}")
    assert Client().get(f"/go/post/{post.pk}/").url == post.get_absolute_url()
    for nonsense in ("0", "abc", "9" * 30, str(reply_to(topic_in()).pk)):
        page(f"{topic.get_absolute_url()}?post={nonsense}", status=404)


def test_hidden_and_deleted_posts_leave_a_tombstone() -> None:
    topic = filled(3)
    hidden, deleted = topic.posts.get(position=2), topic.posts.get(position=3)
    hide_post(hidden, by=topic.platform.author)
    delete_post(deleted, by=topic.author)
    seen = page(topic.get_absolute_url(), UserFactory())
    assert "Odpověď 2." not in seen
    assert "Odpověď 3." not in seen
    assert f'id="post-{hidden.pk}"' in seen
    assert "Odpověď 2." in page(topic.get_absolute_url(), topic.platform.author)


def test_a_visitors_page_holds_no_form_and_no_token() -> None:
    topic = filled(1)
    for address in (topic.get_absolute_url(), topic.forum.get_absolute_url(), "/cs/topics/"):
        client = Client()
        seen = client.get(address).content.decode()
        assert "csrfmiddlewaretoken" not in seen
        assert "sessionid" not in client.cookies
        assert "csrftoken" not in client.cookies


def test_a_post_names_its_author_as_far_as_the_profile_may_be_seen() -> None:
    topic = topic_in()
    author = topic.author
    assert author.get_full_name() in page(topic.get_absolute_url())
    assert author.get_absolute_url() not in page(topic.get_absolute_url())
    assert author.get_absolute_url() in page(topic.get_absolute_url(), UserFactory())


def test_a_text_stands_in_its_language_and_lists_say_which() -> None:
    topic = topic_in(title="Консультації", language="uk", text="Доброго дня!", on_behalf_of=OrganisationFactory())
    set_gist(topic, by=topic.author, language="cs", title="Konzultace", gist="Kdo je platí?")
    czech = UserFactory(reads=["cs"])
    assert 'lang="uk"' in page(topic.get_absolute_url(), czech)
    listed = page("/cs/topics/", czech)
    assert "українська" in listed
    assert "Konzultace – Kdo je platí?" in listed
    assert "Konzultace –" not in page("/cs/topics/", UserFactory(reads=["uk", "cs"]))


def test_arabic_stands_from_right_to_left() -> None:
    topic = topic_in(language="ar", text="مرحبا")
    assert 'lang="ar" dir="rtl"' in page(topic.get_absolute_url())


@pytest.mark.parametrize("pins", [True, False])
def test_keyset_pages_show_every_topic_once_in_both_directions(pins: bool) -> None:
    forum = forum_of()
    topics = [topic_in(forum, title=f"Téma {number}") for number in range(11)]
    for topic in (topics[2], topics[5], topics[7], topics[9]):
        pin_topic(topic, by=forum.platform.author)
    order = (["-pinned"] if pins else []) + ["-last_post_at", "-pk"]
    expected = list(Topic.objects.order_by(*order).values_list("pk", flat=True))
    seen, pages, at = [], [], ""
    while True:
        found = topic_page(Topic.objects.all(), at=at, pins=pins, size=3)
        seen += [topic.pk for topic in found.topics]
        pages.append(found)
        if not found.older:
            break
        at = found.older
    assert seen == expected
    back = topic_page(Topic.objects.all(), at=pages[-1].newer, pins=pins, size=3)
    assert [topic.pk for topic in back.topics] == [topic.pk for topic in pages[-2].topics]
    first = topic_page(Topic.objects.all(), at=pages[1].newer, pins=pins, size=3)
    assert [topic.pk for topic in first.topics] == expected[:3]
    assert not first.newer


@pytest.mark.parametrize("at", ["", "x", ">1.2", "<9.9.9", ">0." + "9" * 18 + ".1", ">0.1.1", "\x00"])
def test_nonsense_instead_of_a_cursor_is_no_error(at: str) -> None:
    topic = topic_in()
    page(f"/cs/topics/?at={at}")
    page(f"{topic.forum.get_absolute_url()}?at={at}")


def test_unread_is_counted_and_read_by_a_small_post() -> None:
    topic = filled(24)
    reader = member_of(topic.platform)
    ReadMark.objects.create(person=reader, topic=topic, position=3)
    client = Client()
    client.force_login(reader)
    assert f"{topic.get_absolute_url()}#n4" in client.get("/cs/topics/").content.decode()
    assert ReadMark.objects.get(person=reader).position == 3
    answer = client.post(f"/cs/topics/{topic.pk}/read/", {"position": 20}, headers={"X-Requested-With": "fetch"})
    assert answer.status_code == 204
    assert f"{topic.get_absolute_url()}?page=2#n21" in client.get("/cs/topics/").content.decode()
    answer = client.post(f"/cs/topics/{topic.pk}/read/", {"position": 25})
    assert answer.url == f"{topic.get_absolute_url()}?page=2"
    assert ReadMark.objects.get(person=reader).position == 25


@pytest.mark.parametrize("position", ["", "abc", "-1", "9" * 30])
def test_a_nonsense_mark_is_refused(position: str) -> None:
    topic = topic_in()
    client = Client()
    client.force_login(topic.author)
    assert client.post(f"/cs/topics/{topic.pk}/read/", {"position": position}).status_code == 400


def test_a_get_writes_nothing(django_assert_num_queries: Any) -> None:
    topic = filled(2)
    reader = member_of(topic.platform)
    page(topic.get_absolute_url(), reader)
    assert not ReadMark.objects.filter(person=reader).exists()


def test_panels_show_topics_where_they_belong() -> None:
    platform = PlatformFactory()
    topic = topic_in(forum_of(platform))
    closed = topic_in(forum_of(platform, slug="members"), title="Mezi námi")
    seen = page(platform.get_absolute_url())
    assert topic.title in seen
    assert closed.title not in seen
    assert closed.title in page(platform.get_absolute_url(), platform.author)
    assert Forum.objects.get(slug="members").name not in seen
