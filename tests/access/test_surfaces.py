"""What a person may not read is on no surface: page, list, search, platform, profile, file, link, notification, mail.

One topic with a file, under every audience and in every state, looked at by everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core.attachments.services import Chosen, store_upload
from core.audiences import PUBLIC, SITE
from forums.models import Topic
from forums.services import delete_post, hide_topic, reply
from mail.models import OutgoingMail
from mail.tasks import send_due
from notifications.instant.sending import send_instant
from notifications.models import InstantMail, Notification
from platforms.models import Platform
from platforms.permissions import Permission, members_rule, permission_rule
from search.sync import sync_all
from tests.factories.accounts import UserFactory
from tests.factories.cms import home
from tests.factories.files import picture, upload
from tests.factories.forums import forum_of, topic_in, writing
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db

TITLE = "Kvasnicové překvapení"
WORDS = "Tajemství drožďové polévky"
AUDIENCES: dict[str, Callable[[Platform], str]] = {
    "public": lambda _p: PUBLIC,
    "site": lambda _p: SITE,
    "members": lambda p: members_rule(p.pk),
    "moderators": lambda p: permission_rule(p.pk, Permission.MODERATE),
}
MAY_READ = {
    "public": {"visitor", "outsider", "member", "moderator"},
    "site": {"outsider", "member", "moderator"},
    "members": {"member", "moderator"},
    "moderators": {"moderator"},
}


EVERYBODY = ("visitor", "outsider", "member", "moderator")
EVERYWHERE = {"page", "short address", "latest", "search", "search in posts", "platform", "link", "file"}


@dataclass
class World:
    """A platform, one topic on it with a file, and clients of everybody."""

    platform: Platform
    topic: Topic
    file: Any
    people: dict[str, Any]

    def client(self, who: str) -> Client:
        """Return a browser of this person; the visitor has none."""
        client = Client()
        if who != "visitor":
            client.force_login(self.people[who])
        return client


def world(audience: str, drain: Callable[[], int]) -> World:
    """Return the world with the topic under an audience; everybody follows the platform at once."""
    home()
    platform = PlatformFactory()
    people = {
        "outsider": UserFactory(mail_choice="instant"),
        "member": member_of(platform, mail_choice="instant"),
        "moderator": member_of(platform, role="moderator", mail_choice="instant"),
    }
    forum = forum_of(platform)
    forum.audience_id = AUDIENCES[audience](platform)
    forum.save()
    for person in people.values():
        follow_at_once(person, platform)
    topic = topic_in(forum, title=TITLE)
    author = platform.author
    stored = store_upload(upload("tajne.png", picture()), by=author)
    files = (Chosen(attachment=stored, decorative=True),)
    reply(topic, by=author, writing=writing(WORDS, files=files))
    drain()
    sync_all()
    topic.refresh_from_db()
    return World(platform, topic, stored, people)


def follow_at_once(person: Any, platform: Platform) -> None:
    """Follow a platform at once, as the control on its page does."""
    client = Client()
    client.force_login(person)
    client.post(f"/cs/follow/platform/{platform.pk}/", {"level": "instant"})


def surfaces(w: World) -> dict[str, str]:
    """Return every address on which the topic could show."""
    return {
        "page": w.topic.get_absolute_url(),
        "short address": f"/cs/topics/{w.topic.pk}/",
        "latest": "/cs/topics/",
        "search": "/cs/search/?q=kvasnicov%C3%A9",
        "search in posts": "/cs/search/?q=dro%C5%BE%C4%8Fov%C3%A9",
        "platform": w.platform.get_absolute_url(),
        "profile": w.platform.author.get_absolute_url(),
        "home": "/cs/",
        "notifications": "/cs/notifications/",
    }


def shown_on(w: World, who: str) -> set[str]:
    """Return the surfaces on which a person sees title, words or file."""
    client = w.client(who)
    found = set()
    for name, address in surfaces(w).items():
        page = client.get(address, follow=True).content.decode()
        if TITLE in page or WORDS in page:
            found.add(name)
    if client.get(f"/go/topic/{w.topic.pk}/").status_code == 302:
        found.add("link")
    answer = client.get(f"/files/{w.file.pk}/tajne.png")
    if answer.status_code == 200:
        assert b"".join(answer.streaming_content)  # read to its end, the file is closed
        found.add("file")
    return found


def told(w: World, who: str) -> bool:
    """Return whether a row of the person's list or a mail to her names the topic."""
    person = w.people.get(who)
    if person is None:
        return False
    send_instant(now=timezone.now() + timedelta(hours=1))
    listed = Notification.objects.filter(person=person, about_kind="topic", about_id=w.topic.pk).exists()
    return listed or OutgoingMail.objects.filter(to=person.email, text__contains=WORDS).exists()


@pytest.mark.parametrize("audience", list(AUDIENCES))
def test_a_published_topic_shows_to_its_audience_and_to_nobody_else(audience: str, drain: Callable[[], int]) -> None:
    w = world(audience, drain)
    for who in EVERYBODY:
        found = shown_on(w, who)
        if who in MAY_READ[audience]:
            assert found >= EVERYWHERE, who
        else:
            assert found == set(), who
            assert not told(w, who), who


def test_a_hidden_topic_is_nowhere(drain: Callable[[], int]) -> None:
    w = world("public", drain)
    hide_topic(w.topic, by=w.people["moderator"])
    drain()
    sync_all()
    assert {who: shown_on(w, who) for who in ("visitor", "outsider", "member")} == {
        "visitor": set(),
        "outsider": set(),
        "member": set(),
    }


def test_a_deleted_post_is_nowhere(drain: Callable[[], int]) -> None:
    w = world("public", drain)
    delete_post(w.topic.posts.get(position=2), by=w.platform.author)
    drain()
    sync_all()
    for who in ("visitor", "outsider", "member"):
        assert not {"search in posts", "file"} & shown_on(w, who), who
        assert WORDS not in w.client(who).get(w.topic.get_absolute_url()).content.decode(), who


def test_who_lost_access_before_the_index_knew_finds_nothing(drain: Callable[[], int]) -> None:
    w = world("members", drain)
    assert "search" in shown_on(w, "member")
    w.client("member").post(f"/cs/platforms/{w.platform.slug}/leave/")
    assert shown_on(w, "member") == set()


def test_a_mail_that_waits_is_not_sent_to_who_lost_access(drain: Callable[[], int], mailoutbox: list[Any]) -> None:
    w = world("members", drain)
    w.client("member").post(f"/cs/platforms/{w.platform.slug}/leave/")
    InstantMail.objects.update(due_at=timezone.now())
    send_instant()
    send_due()
    assert [m for m in mailoutbox if w.people["moderator"].email in m.to and WORDS in m.body]
    assert [m for m in mailoutbox if w.people["member"].email in m.to and WORDS in m.body] == []
