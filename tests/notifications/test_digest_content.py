"""What stands in a digest, for whom, in which language; what has gone meanwhile is not in it."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.kinds import get_kind
from core.states import State
from following.services import set_level
from forums.services import delete_post, hide_topic, set_gist
from mail.delivery import send_due_mails
from mail.models import MailState, OutgoingMail
from moderation.services import hide_item
from notifications.digests.run import run_digests
from notifications.digests.sections import Entry, capped
from notifications.models import DigestMail, DigestSubscription, Release, What
from notifications.services.subscriptions import end, pause
from platforms.services import leave, set_platform_state
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import follower, happened, visitor_subscription
from tests.factories.platforms import PlatformFactory, member_of
from tests.mail.smtp import Mailbox, smtp_server

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with smtp_server() as mailbox:
        yield mailbox


def member_subscription(person: Any, *, what: str = What.FOLLOW, **fields: Any) -> DigestSubscription:
    return visitor_subscription(**{"person": person, "email": "", "what": what, **fields})


def delivered(box: Mailbox) -> list[EmailMessage]:
    """Make every digest of this moment and send it."""
    happened()
    run_now()
    send_due_mails()
    return box.messages


def run_now() -> None:
    now = timezone.now()
    DigestSubscription.objects.update(frequency="daily", hour=0, next_at=now, last_cutoff=now - timedelta(days=7))
    run_digests(now=now + timedelta(days=1))


def text_of(mail: EmailMessage) -> str:
    return str(mail.get_body(("plain",)).get_content())


def html_of(mail: EmailMessage) -> str:
    return str(mail.get_body(("html",)).get_content())


def test_a_visitor_gets_public_items_by_a_real_mail(box: Mailbox) -> None:
    platform = PlatformFactory(names={"cs": "Liberecký kraj"})
    topic = topic_in(forum_of(platform), title="Ubytovna se zavírá")
    topic_in(forum_of(platform, slug="members"), title="Jen pro členy")
    row = visitor_subscription()
    mail = delivered(box)[0]
    assert "Ubytovna se zavírá" in text_of(mail)
    assert "Ubytovna se zavírá" in html_of(mail)
    assert f"http://localhost:8000/go/topic/{topic.pk}/" in text_of(mail)
    assert "Jen pro členy" not in mail.as_string() + text_of(mail) + html_of(mail)
    assert mail["To"] == "reader@example.org"
    assert mail["List-Id"] == "<digest.localhost>"
    assert mail["List-Unsubscribe"].strip() == f"<http://localhost:8000/mail/u/{row.token}/>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_a_platform_s_digest_holds_that_platform_alone(box: Mailbox) -> None:
    mine, other = PlatformFactory(names={"cs": "Moje platforma"}), PlatformFactory()
    topic_in(forum_of(mine), title="Sem patří")
    topic_in(forum_of(other), title="Tam ne")
    visitor_subscription(what=What.PLATFORM, platform_id=mine.pk)
    mail = delivered(box)[0]
    assert str(mail["Subject"]).strip().startswith("[Moje platforma]")
    assert "Sem patří" in text_of(mail)
    assert "Tam ne" not in text_of(mail)
    assert mail["List-Id"] == f"<digest.platform-{mine.pk}.localhost>"


@pytest.mark.parametrize(("level", "brought"), [("overview", True), ("instant", False), ("none", False)])
def test_what_i_follow_in_the_overview_is_in_it_and_what_comes_at_once_is_not(level: str, brought: bool) -> None:
    topic = topic_in(title="Sledované téma")
    reader = UserFactory(mail_choice="site")
    set_level(by=reader, kind="platform", object_id=topic.platform_id, level="overview")
    if level != "overview":
        set_level(by=reader, kind="topic", object_id=topic.pk, level=level)
    happened()
    member_subscription(reader)
    run_now()
    texts = "".join(OutgoingMail.objects.filter(purpose="digest").values_list("text", flat=True))
    assert ("Sledované téma" in texts) is brought


def test_replies_stand_under_their_topic_with_number_and_latest_author(box: Mailbox) -> None:
    topic = topic_in(title="Kauce a první nájem")
    happened()
    Release.objects.filter(item_kind="topic").update(released_at=timezone.now() - timedelta(days=60))
    first = reply_to(topic, by=member_of(topic.platform, name="Jana První"))
    reply_to(topic, by=member_of(topic.platform, name="Eva Druhá"))
    visitor_subscription(language="en", languages=["cs"])
    text = text_of(delivered(box)[0])
    assert text.count("Kauce a první nájem") == 1
    assert "2 new replies, latest by Eva Druhá" in text
    assert f"/go/post/{first.pk}/" in text


def test_a_new_topic_with_replies_is_told_once(box: Mailbox) -> None:
    topic = topic_in(title="Kauce a první nájem")
    reply_to(topic)
    visitor_subscription(language="en", languages=["cs"])
    text = text_of(delivered(box)[0])
    assert text.count("Kauce a první nájem") == 1
    assert "1 new reply" in text


def test_one_s_own_posts_are_no_news() -> None:
    topic = topic_in()
    happened()
    Release.objects.all().delete()
    reader = follower(topic, mail_choice="site")
    reply_to(topic, by=reader)
    happened()
    member_subscription(reader)
    run_now()
    assert DigestMail.objects.get().skipped == "nothing new"


def test_other_languages_end_the_section_named_and_with_a_gist(box: Mailbox) -> None:
    forum = forum_of()
    foreign = topic_in(forum, title="Консультації українською", language="uk")
    set_gist(foreign, by=foreign.author, language="cs", title="Konzultace ukrajinsky", gist="Jak se domluvili.")
    topic_in(forum, title="Zápis ze setkání", language="cs")
    visitor_subscription(language="cs", languages=["cs"])
    mail = delivered(box)[0]
    text = text_of(mail)
    assert text.index("Zápis ze setkání") < text.index("Консультації українською")
    assert "ukrajinština" in text
    assert "Konzultace ukrajinsky – Jak se domluvili." in text
    assert re.search(r'lang="uk"[^>]*>Консультації українською', html_of(mail))


def test_leaving_other_languages_out_is_a_choice() -> None:
    topic_in(title="Ein Thema", language="de")
    happened()
    visitor_subscription(languages=["cs"], leave_out_other_languages=True)
    run_now()
    assert "Ein Thema" not in OutgoingMail.objects.filter(purpose="digest").values_list("text", flat=True)[0]


@pytest.mark.parametrize(
    ("own", "foreign", "kept"),
    [(3, 0, "ooo"), (9, 0, "ooooo"), (9, 1, "oooof"), (9, 9, "oooff"), (1, 9, "offff"), (0, 9, "fffff"), (0, 0, "")],
)
def test_five_a_section_and_other_languages_are_not_crowded_out(own: int, foreign: int, kept: str) -> None:
    def entry(word: str) -> Entry:
        return Entry(title=word, href="", language="", at=timezone.now(), foreign="x" if word == "f" else "")

    entries = [entry("f") for _ in range(foreign)] + [entry("o") for _ in range(own)]
    assert "".join(one.title for one in capped(entries)) == kept


def test_what_is_over_five_is_told_as_a_number_and_does_not_come_again(box: Mailbox) -> None:
    forum = forum_of()
    for number in range(8):
        topic_in(forum, title=f"Téma {number}")
    visitor_subscription(language="en", languages=["cs"])
    mail = delivered(box)[0]
    assert "and 3 more" in text_of(mail)
    assert "/en/topics/" in text_of(mail)
    before = OutgoingMail.objects.count()
    run_digests(now=timezone.now() + timedelta(days=3))
    assert OutgoingMail.objects.count() == before


def test_what_is_most_talked_about_comes_first(box: Mailbox) -> None:
    forum = forum_of()
    busy = topic_in(forum, title="Rušné téma")
    for number in range(6):
        topic_in(forum, title=f"Tiché téma {number}")
    reply_to(busy)
    visitor_subscription(language="en", languages=["cs"])
    text = text_of(delivered(box)[0])
    assert text.index("Rušné téma") < text.index("Tiché téma 5")


def test_sender_and_recipients_have_different_languages(box: Mailbox) -> None:
    topic_in(title="Zápis ze setkání", by=None)
    visitor_subscription(email="el@example.org", language="de", languages=["el"])
    visitor_subscription(email="en@example.org", language="en", languages=["en"])
    mails = {str(mail["To"]): mail for mail in delivered(box)}
    assert "· Tschechisch" in html_of(mails["el@example.org"])
    assert "· Czech" in html_of(mails["en@example.org"])
    assert mails["en@example.org"]["Content-Language"] == "en"
    assert "what is new" in str(mails["en@example.org"]["Subject"])


def _hidden(topic: Any, _reader: Any, _row: Any) -> None:
    hide_topic(topic, by=topic.author)


def _deleted(topic: Any, _reader: Any, _row: Any) -> None:
    delete_post(topic.posts.get(), by=topic.author)


def _moderated(topic: Any, _reader: Any, _row: Any) -> None:
    hide_item(get_kind("topic"), topic, by=topic.author, reason="Reklama")


def _left(topic: Any, reader: Any, _row: Any) -> None:
    leave(topic.platform, by=reader)


def _ended(_topic: Any, _reader: Any, row: Any) -> None:
    end(row)


def _paused(_topic: Any, _reader: Any, row: Any) -> None:
    pause(row, paused=True)


@pytest.mark.parametrize("change", [_hidden, _deleted, _moderated, _left, _ended, _paused])
@pytest.mark.parametrize("when", ["before it is made", "before it is sent"])
def test_what_is_no_longer_for_her_does_not_leave(box: Mailbox, change: Any, when: str) -> None:
    platform = PlatformFactory()
    reader = member_of(platform)
    topic = topic_in(forum_of(platform, slug="members"), title="Jen pro členy")
    row = member_subscription(reader, what=What.PLATFORM, platform_id=platform.pk)
    happened()
    set_platform_state(platform, by=platform.author, state=State.HIDDEN)
    if when == "before it is made":
        change(topic, reader, row)
        run_now()
    else:
        run_now()
        assert OutgoingMail.objects.filter(purpose="digest").count() == 1
        change(topic, reader, row)
    send_due_mails()
    assert [mail for mail in box.messages if "Jen pro členy" in text_of(mail)] == []
    digests = OutgoingMail.objects.filter(purpose="digest")
    assert all(mail.state == MailState.SKIPPED and mail.reason for mail in digests)


def test_what_is_hidden_between_making_and_sending_is_taken_out_of_the_mail(box: Mailbox) -> None:
    forum = forum_of()
    kept, gone = topic_in(forum, title="Zůstává"), topic_in(forum, title="Mizí")
    visitor_subscription()
    happened()
    run_now()
    hide_topic(gone, by=gone.author)
    send_due_mails()
    text = text_of(box.messages[0])
    assert ("Zůstává" in text, "Mizí" in text) == (True, False)
    assert kept.pk


def _statements(people: int) -> int:
    topic_in(forum_of())
    for number in range(people):
        visitor_subscription(email=f"reader{number}-{people}@example.org")
        reader = UserFactory()
        member_subscription(reader, what=What.SITE)
    happened()
    now = timezone.now()
    DigestSubscription.objects.filter(mails=None).update(next_at=now, frequency="daily", hour=0)
    with CaptureQueriesContext(connection) as captured:
        run = run_digests(now=now + timedelta(days=1))
    assert run is not None
    assert run.queued == 2 * people
    return len(captured)


def test_fifty_readers_cost_as_many_statements_as_six() -> None:
    few, many = _statements(3), _statements(25)
    assert many <= few + 2
