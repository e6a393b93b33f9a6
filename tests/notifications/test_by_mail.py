"""Subscribing and leaving without an account: double opt-in, one click, links that were cut, forwarded or are old."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from following.services import level_for
from mail.bounces import record_bounce, record_complaint
from mail.delivery import send_due_mails
from mail.models import OutgoingMail
from notifications.instant.sending import send_instant
from notifications.models import DeliveryChoice, DigestSubscription, InstantMail
from notifications.pruning import prune_old
from notifications.services.subscriptions import confirm, subscribe_member
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.notifications import follower, happened, ten_minutes_later, visitor_subscription
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db

SUBSCRIBE = "/en/notifications/subscribe/"
FORM = {"email": "Reader@Example.org", "what": "site", "frequency": "weekly", "languages": ["en", "cs"]}


@pytest.fixture
def visitor() -> Iterator[Client]:
    """A browser that would send every cookie it was given, and must be given none by these pages."""
    client = Client(enforce_csrf_checks=True)
    yield client
    assert not client.cookies


def ask(client: Client, **changes: Any) -> Any:
    return client.post(SUBSCRIBE, {**FORM, **changes})


def asked() -> DigestSubscription:
    return DigestSubscription.objects.get()


class TestSubscribing:
    def test_the_form_says_public_items_only_and_links_the_privacy_text(self, client: Client) -> None:
        page = client.get(SUBSCRIBE).content.decode()
        assert "public items only" in page
        assert "/en/privacy/" in page

    def test_an_address_is_asked_by_mail_and_nothing_runs_before_it_says_yes(self, client: Client) -> None:
        answer = ask(client)
        row = asked()
        assert answer.url == "/en/notifications/subscribe/asked/"
        assert (row.email, row.language, row.languages, row.is_running) == (
            *("reader@example.org", "en", ["en", "cs"]),
            False,
        )
        send_due_mails()
        assert f"http://localhost:8000/mail/c/{row.token}/" in outbox.outbox[0].body
        assert row.consent_text_version

    @pytest.mark.parametrize("known", ["unknown", "waiting", "running", "member"])
    def test_known_and_unknown_addresses_get_the_same_answer(self, client: Client, known: str) -> None:
        if known == "member":
            UserFactory(email="reader@example.org")
        elif known != "unknown":
            ask(client)
            if known == "running":
                confirm(asked())
        answer = client.post(SUBSCRIBE, FORM, follow=True)
        assert answer.redirect_chain == [("/en/notifications/subscribe/asked/", 302)]
        assert "reader@example.org" not in answer.content.decode().lower()
        assert DigestSubscription.objects.count() == 1

    def test_a_running_one_is_not_changed_by_asking_again(self, client: Client) -> None:
        ask(client)
        confirm(asked())
        ask(client, frequency="daily")
        assert asked().frequency == "weekly"
        send_due_mails()
        assert "You get it already" in " ".join(outbox.outbox[-1].body.split())

    @pytest.mark.parametrize(
        "changes",
        [
            {"email": "nonsense"},
            {"email": ""},
            {"what": "platform-999"},
            {"frequency": "hourly"},
            {"languages": ["xx"]},
        ],
    )
    def test_bad_input_is_told_on_its_field_and_loses_nothing(self, client: Client, changes: dict[str, Any]) -> None:
        answer = ask(client, **changes)
        assert answer.status_code == 422
        assert next(iter(changes)) in answer.context["form"].errors
        assert not DigestSubscription.objects.exists()

    @pytest.mark.parametrize("text", ["a\x00b@example.org", "\ud800@example.org", "a" * 1_000_000 + "@example.org"])
    def test_impossible_input_is_no_fault(self, client: Client, text: str) -> None:
        body = {**FORM, "email": text.encode("utf-8", "surrogatepass")}
        assert client.post(SUBSCRIBE, body).status_code in {302, 400, 422}

    def test_a_flood_is_stopped_and_an_address_is_not_flooded(self, client: Client, settings: Any) -> None:
        answers = [ask(client).status_code for _ in range(5)]
        assert answers == [302, 302, 302, 422, 422]
        assert OutgoingMail.objects.count() <= 3

    def test_a_hidden_platform_is_not_offered(self, client: Client) -> None:
        platform = PlatformFactory(visibility="hidden", names={"cs": "Skrytá"})
        assert "Skrytá" not in client.get(f"{SUBSCRIBE}?platform={platform.slug}").content.decode()
        assert ask(client, what=f"platform-{platform.pk}").status_code == 422

    def test_visitors_are_invited_on_a_platform_s_page(self, client: Client) -> None:
        platform = PlatformFactory()
        address = f"/en/platforms/{platform.slug}/"
        assert f"{SUBSCRIBE}?platform={platform.slug}" in client.get(address).content.decode()


class TestConfirming:
    def waiting(self, **fields: Any) -> DigestSubscription:
        return visitor_subscription(confirmed_at=None, next_at=None, created_at=timezone.now(), **fields)

    @pytest.mark.parametrize("method", ["get", "head"])
    def test_opening_the_link_confirms_nothing(self, visitor: Client, method: str) -> None:
        row = self.waiting()
        assert getattr(visitor, method)(f"/mail/c/{row.token}/").status_code == 200
        row.refresh_from_db()
        assert row.confirmed_at is None

    def test_its_button_does_and_twice_is_once(self, visitor: Client) -> None:
        row = self.waiting()
        assert visitor.post(f"/mail/c/{row.token}/").status_code == 200
        row.refresh_from_db()
        first = row.confirmed_at
        assert row.is_running
        assert visitor.post(f"/mail/c/{row.token}/").status_code == 200
        row.refresh_from_db()
        assert row.confirmed_at == first

    def test_what_was_there_before_is_no_news(self, visitor: Client) -> None:
        row = self.waiting()
        visitor.post(f"/mail/c/{row.token}/")
        row.refresh_from_db()
        assert timezone.now() - row.last_cutoff < timedelta(minutes=1)

    def test_after_seven_days_a_page_says_what_to_do(self, visitor: Client) -> None:
        row = self.waiting()
        DigestSubscription.objects.update(created_at=timezone.now() - timedelta(days=8))
        answer = visitor.post(f"/mail/c/{row.token}/")
        assert answer.status_code == 410
        assert "/notifications/subscribe/" in answer.content.decode()
        row.refresh_from_db()
        assert row.confirmed_at is None

    def test_wishes_nobody_confirmed_are_forgotten(self) -> None:
        self.waiting()
        visitor_subscription(email="runs@example.org")
        DigestSubscription.objects.update(created_at=timezone.now() - timedelta(days=9))
        prune_old()
        assert asked().email == "runs@example.org"


class TestLeaving:
    @pytest.mark.parametrize("method", ["get", "head"])
    def test_opening_the_link_ends_nothing(self, visitor: Client, method: str) -> None:
        row = visitor_subscription()
        assert getattr(visitor, method)(f"/mail/u/{row.token}/").status_code == 200
        row.refresh_from_db()
        assert row.is_running

    def test_one_click_of_a_mail_program_ends_it_without_cookie_or_redirect(self, visitor: Client) -> None:
        row = visitor_subscription()
        answers = [visitor.post(f"/mail/u/{row.token}/", {"List-Unsubscribe": "One-Click"}) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]
        row.refresh_from_db()
        assert (row.ended_at is not None, row.next_at) == (True, None)

    @pytest.mark.parametrize(("language", "words"), [("cs", "cs"), ("de", "de"), ("en", "en")])
    def test_the_page_speaks_the_language_of_the_mail(self, visitor: Client, language: str, words: str) -> None:
        row = visitor_subscription(language=language)
        answer = visitor.get(f"/mail/u/{row.token}/", headers={"accept-language": "uk"})
        assert f'<html lang="{words}">' in answer.content.decode()
        assert answer.headers["Content-Language"] == language
        assert answer.headers["Referrer-Policy"] == "no-referrer"

    def test_a_forwarded_link_shows_no_address(self, visitor: Client) -> None:
        row = visitor_subscription()
        for page in "us":
            assert "reader@" not in visitor.get(f"/mail/{page}/{row.token}/").content.decode()

    @pytest.mark.parametrize("page", ["u", "c", "s"])
    @pytest.mark.parametrize("token", ["nonsense", "%00", "a" * 500])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_link_that_was_cut_says_what_to_do(self, visitor: Client, page: str, token: str, method: str) -> None:
        answer = getattr(visitor, method)(f"/mail/{page}/{token}/")
        assert answer.status_code in {400, 410}

    def test_the_overview_of_what_i_follow_ends_with_the_choice(self, visitor: Client) -> None:
        person = UserFactory(mail_choice="weekly")
        row = subscribe_member(person, what="follow")
        visitor.post(f"/mail/u/{row.token}/")
        person.refresh_from_db()
        assert person.mail_choice == "site"

    def test_the_place_a_mail_came_through_is_followed_no_more(self, visitor: Client) -> None:
        topic = topic_in()
        reader = follower(topic, level="instant")
        reply_to(topic)
        happened()
        visitor.post(f"/mail/u/{InstantMail.objects.get(person=reader).token}/")
        assert level_for(reader.pk, kind="topic", object_id=topic.pk) == "none"

    def test_a_mention_is_mailed_no_more(self, visitor: Client) -> None:
        topic = topic_in()
        reader = UserFactory(mail_choice="weekly")
        reply_to(topic, text=f"@/go/person/{reader.pk}/ co vy na to?")
        happened()
        visitor.post(f"/mail/u/{InstantMail.objects.get(person=reader).token}/")
        choice = DeliveryChoice.objects.get()
        assert (choice.person, choice.notice, choice.wanted) == (reader, "forums.mention", False)

    def test_a_collected_mail_ends_all_news(self, visitor: Client) -> None:
        topic = topic_in()
        reader = follower(topic, level="instant")
        reply_to(topic)
        happened()
        ten_minutes_later()
        InstantMail.objects.update(collected=True)
        send_instant()
        visitor.post(f"/mail/u/{InstantMail.objects.get(person=reader).token}/")
        reader.refresh_from_db()
        assert reader.mail_choice == "site"

    def test_a_complaint_ends_it_at_once_and_bounces_do_not(self) -> None:
        visitor_subscription(email="angry@example.org")
        visitor_subscription(email="full@example.org")
        record_complaint("angry@example.org")
        record_bounce("full@example.org", points=4)
        happened()
        running = DigestSubscription.objects.filter(ended_at=None)
        assert [row.email for row in running] == ["full@example.org"]


class TestSettings:
    def test_rhythm_and_languages_are_changed_and_it_rests(self, visitor: Client) -> None:
        row = visitor_subscription()
        address = f"/mail/s/{row.token}/"
        form = {"frequency": "daily", "weekday": "0", "hour": "6", "languages": ["uk", "en"]}
        assert visitor.post(address, form).status_code == 200
        row.refresh_from_db()
        assert (row.frequency, row.hour, row.languages) == ("daily", 6, ["uk", "en"])
        visitor.post(address, {"paused": "1"})
        row.refresh_from_db()
        assert not row.is_running
        assert row.languages == ["uk", "en"]
        visitor.post(address, {"paused": "0"})
        row.refresh_from_db()
        assert row.is_running

    def test_bad_input_changes_nothing(self, visitor: Client) -> None:
        row = visitor_subscription()
        assert visitor.post(f"/mail/s/{row.token}/", {"frequency": "hourly"}).status_code == 422
        row.refresh_from_db()
        assert row.frequency == "weekly"

    def test_a_member_s_digest_is_changed_signed_in_only(self, visitor: Client) -> None:
        row = subscribe_member(UserFactory(), what="site")
        assert visitor.get(f"/mail/s/{row.token}/").status_code == 410


class TestForwardedMails:
    def test_its_link_leads_a_signed_out_member_through_sign_in_to_that_very_post(self, client: Client) -> None:
        platform = PlatformFactory()
        member = member_of(platform)
        topic = topic_in(forum_of(platform, slug="members"))
        post = reply_to(topic)
        lost = client.get(f"/go/post/{post.pk}/", headers={"accept-language": "en"})
        assert lost.status_code == 404
        assert f"next=%2Fgo%2Fpost%2F{post.pk}%2F" in lost.content.decode()
        client.force_login(member)
        found = client.get(f"/go/post/{post.pk}/")
        assert found.url.endswith(f"#post-{post.pk}")

    def test_a_stranger_learns_nothing_from_it(self, client: Client) -> None:
        platform = PlatformFactory(visibility="hidden")
        post = reply_to(topic_in(forum_of(platform, slug="members"), title="Tajné"))
        client.force_login(UserFactory())
        answer = client.get(f"/go/post/{post.pk}/")
        assert answer.status_code == 404
        assert "Tajné" not in answer.content.decode()
