"""The member's list and settings: what is shown, what a click changes, and what it does not."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.services import change_mail_choice, confirm_person
from core.kinds import get_kind
from moderation.services import hide_item
from notifications.models import DeliveryChoice, DigestSubscription, Notification
from notifications.services.subscriptions import subscribe_member
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import follower, happened
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db

LIST = "/en/notifications/"
SETTINGS = "/en/notifications/settings/"


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize("path", [LIST, SETTINGS, f"{SETTINGS}1/"])
def test_a_visitor_is_led_to_sign_in(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.url.startswith("/en/accounts/login/?next=")


def test_an_empty_list_says_what_to_do() -> None:
    page = signed_in(UserFactory()).get(LIST)
    assert page.status_code == 200
    assert "Follow a platform" in page.content.decode()


def test_the_list_shows_sentence_badge_and_the_way_there_and_reading_it_writes_nothing() -> None:
    topic = topic_in(title="Kauce <b> a nájem")
    reader = follower(topic)
    post = reply_to(topic, by=member_of(topic.platform, name="Eva Druhá"))
    happened()
    client = signed_in(reader)
    page = client.get(LIST).content.decode()
    assert "Eva Druhá replied in" in page
    assert "Kauce &lt;b&gt; a nájem" in page
    assert f'href="{post.get_absolute_url()}"'.replace("/cs/", "/en/") in page
    assert 'class="count-badge"' in page
    client.get(LIST)
    assert Notification.objects.get(person=reader).read_at is None


def test_one_line_is_marked_by_a_post() -> None:
    topic = topic_in()
    reader = follower(topic)
    reply_to(topic)
    happened()
    client, row = signed_in(reader), Notification.objects.get(person=reader)
    assert client.get(f"{LIST}{row.pk}/read/").status_code == 405
    assert signed_in(UserFactory()).post(f"{LIST}{row.pk}/read/").status_code == 404
    assert client.post(f"{LIST}{row.pk}/read/", {"quiet": "1"}).status_code == 204
    assert client.post(f"{LIST}{row.pk}/read/").status_code == 302
    reader.refresh_from_db()
    assert reader.unread_count == 0


def test_all_marks_what_was_shown_and_not_what_came_meanwhile() -> None:
    topic = topic_in()
    reader = follower(topic.platform, kind="platform")
    topic_in(topic.forum, title="Druhé")
    happened()
    newest = Notification.objects.filter(person=reader).latest("pk").pk
    topic_in(topic.forum, title="Třetí")
    happened()
    signed_in(reader).post(f"{LIST}read/", {"newest": newest})
    assert Notification.objects.filter(person=reader, read_at=None).count() == 1
    signed_in(reader).post(f"{LIST}read/", {"newest": "nonsense"})
    reader.refresh_from_db()
    assert reader.unread_count == 0


def test_after_reading_the_next_reply_is_a_new_line() -> None:
    topic = topic_in()
    reader = follower(topic)
    reply_to(topic)
    happened()
    signed_in(reader).post(f"{LIST}read/")
    reply_to(topic)
    happened()
    assert Notification.objects.filter(person=reader).count() == 2


def test_what_is_hidden_now_is_not_named() -> None:
    topic = topic_in(title="Tajné téma")
    reader = follower(topic)
    post = reply_to(topic, by=member_of(topic.platform, name="Eva Druhá"))
    happened()
    hide_item(get_kind("post"), post, by=topic.author, reason="Reklama")
    page = signed_in(reader).get(LIST).content.decode()
    assert "Something that is no longer shown to you" in page
    assert "Tajné téma" not in page
    assert "Eva Druhá" not in page
    signed_in(reader).post(f"{LIST}read/")
    assert "no longer shown" not in signed_in(reader).get(LIST).content.decode()


def test_the_list_goes_on_page_by_page() -> None:
    forum = forum_of()
    reader = follower(forum, kind="forum")
    for number in range(31):
        topic_in(forum, title=f"Téma číslo {number}")
    happened()
    client = signed_in(reader)
    first = client.get(LIST)
    older = first.context["pager"]["older"]
    assert "Téma číslo 0<" not in first.content.decode()
    assert "Téma číslo 0<" in client.get(LIST + older).content.decode()
    assert client.get(f"{LIST}?before=nonsense").status_code == 200


def _statements(rows: int) -> int:
    forum = forum_of()
    reader = follower(forum, kind="forum")
    for number in range(rows):
        topic_in(forum, title=f"Téma {number}", by=member_of(forum.platform))
    happened()
    client = signed_in(reader)
    client.get(LIST)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(LIST).status_code == 200
    return len(captured)


def test_the_list_costs_the_same_for_five_lines_and_for_twenty_five() -> None:
    assert _statements(5) == _statements(25)


def test_settings_show_every_notice_and_store_only_what_was_changed() -> None:
    person = UserFactory(mail_choice="weekly")
    client = signed_in(person)
    page = client.get(SETTINGS)
    assert page.status_code == 200
    assert "Somebody mentions me" in page.content.decode()
    ticks = {name: "on" for name, field in page.context["form"].fields.items() if field.initial}
    client.post(SETTINGS, ticks)
    assert not DeliveryChoice.objects.exists()
    del ticks["forums-mention-mail"]
    client.post(SETTINGS, ticks)
    row = DeliveryChoice.objects.get()
    assert (row.notice, row.channel, row.wanted) == ("forums.mention", "mail", False)
    person.refresh_from_db()
    assert person.mail_choice == "weekly"


@pytest.mark.parametrize(("choice", "runs"), [("weekly", True), ("instant", False), ("site", False)])
def test_the_digest_of_what_i_follow_comes_and_goes_with_the_mail_choice(choice: str, runs: bool) -> None:
    person = UserFactory(mail_choice="site" if choice != "site" else "weekly")
    change_mail_choice(person, by=person, choice=choice)
    happened()
    rows = DigestSubscription.objects.filter(person=person, what="follow", ended_at=None)
    assert [row.is_running for row in rows] == ([True] if runs else [])


def test_a_new_member_s_choice_begins_with_her_account() -> None:
    person = UserFactory(unconfirmed=True, mail_choice="weekly")
    confirm_person(person)
    happened()
    row = DigestSubscription.objects.get(person=person)
    assert (row.what, row.frequency, row.weekday, row.hour) == ("follow", "weekly", 1, 7)
    assert row.next_at is not None


def test_the_rhythm_of_a_digest_is_changed_alone() -> None:
    person = UserFactory(mail_choice="weekly")
    row = subscribe_member(person, what="site")
    client = signed_in(person)
    before = row.next_at
    form = {"frequency": "daily", "weekday": "3", "hour": "18"}
    assert client.post(f"{SETTINGS}{row.pk}/", form).status_code == 302
    row.refresh_from_db()
    assert (row.frequency, row.weekday, row.hour) == ("daily", 3, 18)
    assert row.next_at < before
    assert client.post(f"{SETTINGS}{row.pk}/", {"frequency": "hourly"}).status_code == 422
    assert signed_in(UserFactory()).get(f"{SETTINGS}{row.pk}/").status_code == 404


def test_a_digest_rests_goes_on_from_today_and_ends() -> None:
    person = UserFactory(mail_choice="weekly")
    row = subscribe_member(person, what="site")
    client = signed_in(person)
    client.post(f"{SETTINGS}{row.pk}/pause/", {"paused": "1"})
    row.refresh_from_db()
    assert (row.is_running, row.next_at) == (False, None)
    client.post(f"{SETTINGS}{row.pk}/pause/", {"paused": "0"})
    row.refresh_from_db()
    assert row.is_running
    client.post(f"{SETTINGS}{row.pk}/end/")
    row.refresh_from_db()
    assert row.ended_at is not None
    person.refresh_from_db()
    assert person.mail_choice == "weekly"


def test_another_form_of_the_account_leaves_every_consent_as_it_was() -> None:
    person = UserFactory(mail_choice="weekly")
    row = subscribe_member(person, what="site", fields={"frequency": "monthly"})
    DeliveryChoice.objects.create(person=person, notice="forums.mention", channel="mail", wanted=False)
    client = signed_in(person)
    client.post("/en/me/name/", {"name": "Jana Jiná"})
    client.post("/en/me/preferences/", {"language": "en", "reads": ["cs"], "time_zone": "Europe/Prague"})
    happened()
    person.refresh_from_db()
    row.refresh_from_db()
    assert (person.mail_choice, row.frequency, row.ended_at) == ("weekly", "monthly", None)
    assert list(DeliveryChoice.objects.values_list("wanted", flat=True)) == [False]


def test_a_member_subscribes_to_a_platform_without_a_further_mail() -> None:
    platform = PlatformFactory(slug="liberec")
    person = UserFactory()
    client = signed_in(person)
    page = client.get("/en/notifications/subscribe/?platform=liberec")
    assert page.context["form"].initial["what"] == f"platform-{platform.pk}"
    client.post("/en/notifications/subscribe/", {"what": f"platform-{platform.pk}", "frequency": "weekly"})
    row = DigestSubscription.objects.get()
    assert (row.person, row.platform_id, row.is_running) == (person, platform.pk, True)
