"""The forms: what comes of them, what is refused, and that nothing typed is ever lost."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from forums.models import Post, Topic
from forums.services import hide_topic, lock_topic
from organisations.services import set_affiliation
from platforms.services import leave
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import member_of

pytestmark = pytest.mark.django_db

PUBLIC_SEEN = "public|0|0"


def signed_in(person: Any, **options: Any) -> Client:
    client = Client(**options)
    client.force_login(person)
    return client


def filled(**changes: Any) -> dict[str, Any]:
    fields = {"body": "Dobrý den.", "language": "cs", "audience_seen": PUBLIC_SEEN, "form_token": uuid4().hex}
    return {**fields, **changes}


def send_topic(forum: Any, person: Any, **changes: Any) -> Any:
    fields = filled(title="Kdo má formulář vietnamsky?", **changes)
    return signed_in(person).post(f"{forum.get_absolute_url()}new/", fields)


def send_reply(topic: Topic, person: Any, **changes: Any) -> Any:
    return signed_in(person).post(f"/cs/topics/{topic.pk}/reply/", filled(**changes))


def test_a_topic_is_started() -> None:
    forum = forum_of()
    author = member_of(forum.platform)
    form = signed_in(author).get(f"{forum.get_absolute_url()}new/").content.decode()
    assert 'name="form_token"' in form
    answer = send_topic(forum, author, body="**Prosím**", language="sk")
    topic = Topic.objects.get()
    assert answer.url == f"{topic.get_absolute_url()}#post-{topic.last_post_id}"
    assert topic.posts.get().body_html == "<p><strong>Prosím</strong></p>"
    assert (topic.language, topic.author) == ("sk", author)


def test_a_reply_is_sent_and_found_at_its_place() -> None:
    topic = topic_in()
    answer = send_reply(topic, member_of(topic.platform))
    post = Post.objects.get(position=2)
    assert answer.url == post.get_absolute_url()
    assert signed_in(topic.author).get(answer.url).status_code == 200


def test_the_editor_sends_html_and_only_what_is_safe_stays() -> None:
    topic = topic_in()
    send_reply(topic, topic.author, body="<p>Ahoj<script>alert(1)</script></p>", body_format="html")
    assert "<script" not in Post.objects.get(position=2).body_html


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "Ne"),
        ("title", "x" * 151),
        ("title", "x" * 1_000_000),
        ("title", "\x00\x00"),
        ("body", ""),
        ("body", " \n \u200b "),
        ("body", "x" * 20_001),
        ("body", "x" * 1_000_000),
        ("language", "xx-nonsense"),
        ("areas", "999"),
    ],
)
def test_bad_input_is_said_on_the_form_and_what_was_typed_stays(field: str, value: str) -> None:
    forum = forum_of()
    changes = {"title": "Nadpis, který zůstane", "body": "Text, který zůstane.", field: value}
    answer = signed_in(forum.platform.author).post(f"{forum.get_absolute_url()}new/", filled(**changes))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "error-summary" in page
    for other in {"title", "body"} - {field}:
        assert changes[other] in page
    assert not Topic.objects.exists()


@pytest.mark.parametrize("text", ["A\x00B", "A\ud800B", "A\u202eB", "👩‍👩‍👧 ok", "<" * 5000, "> " * 400 + "x"])
def test_strange_signs_are_no_error(text: str) -> None:
    topic = topic_in()
    raw = "&".join(f"{k}={v}" for k, v in filled(body="").items() if k != "body")
    body = "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))
    answer = signed_in(topic.author).post(
        f"/cs/topics/{topic.pk}/reply/", f"{raw}&body={body}", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 302
    assert "\x00" not in Post.objects.get(position=2).body_text


def test_a_second_click_leads_to_the_post_of_the_first() -> None:
    topic = topic_in()
    token = uuid4().hex
    answers = [send_reply(topic, topic.author, form_token=token).url for _ in range(2)]
    assert answers[0] == answers[1]
    assert topic.posts.count() == 2
    forum = topic.forum
    answers = [send_topic(forum, topic.author, form_token=token + "t").url for _ in range(2)]
    assert answers[0] == answers[1]


def test_a_missing_token_is_refused_before_anything_happens() -> None:
    topic = topic_in()
    client = signed_in(topic.author, enforce_csrf_checks=True)
    assert client.post(f"/cs/topics/{topic.pk}/reply/", filled()).status_code == 403
    assert topic.posts.count() == 1


def test_more_readers_than_the_form_said_are_asked_about() -> None:
    forum = forum_of(slug="members")
    author = forum.platform.author
    before = signed_in(author).get(f"{forum.get_absolute_url()}new/").content.decode()
    assert f'value="platform:{forum.platform.pk}|1|0"' in before
    member_of(forum.platform)
    answer = send_topic(forum, author, audience_seen=f"platform:{forum.platform.pk}|1|0", body="Zůstane.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Zůstane." in page
    assert f'value="platform:{forum.platform.pk}|2|0"' in page
    assert send_topic(forum, author, audience_seen=f"platform:{forum.platform.pk}|2|0").status_code == 302


@pytest.mark.parametrize("seen", ["", "site|0|0", "platform:1|x|y", "public", "public|" + "9" * 100])
def test_another_audience_than_the_form_said_is_asked_about(seen: str) -> None:
    topic = topic_in()
    assert send_reply(topic, topic.author, audience_seen=seen).status_code == 422


def test_fewer_readers_are_no_reason_to_ask() -> None:
    topic = topic_in(forum_of(slug="members"))
    seen = f"platform:{topic.platform_id}|50|20"
    assert send_reply(topic, topic.author, audience_seen=seen).status_code == 302


@pytest.mark.parametrize(("closing", "status"), [("lock", 409), ("hide", 404), ("leave", 403)])
def test_what_is_closed_while_one_writes_keeps_the_text_in_sight(closing: str, status: int) -> None:
    topic = topic_in()
    person = member_of(topic.platform)
    if closing == "lock":
        lock_topic(topic, by=topic.author)
    elif closing == "hide":
        hide_topic(topic, by=topic.author)
    else:
        leave(topic.platform, by=person)
    answer = send_reply(topic, person, body="Hodina psaní.")
    assert answer.status_code == status
    assert "Hodina psaní." in answer.content.decode()
    assert topic.posts.count() == 1


def test_a_session_that_ended_keeps_the_text_in_sight() -> None:
    topic = topic_in()
    answer = Client().post(f"/cs/topics/{topic.pk}/reply/", filled(body="Hodina psaní."))
    assert answer.status_code == 403
    assert "Hodina psaní." in answer.content.decode()
    assert Client().get(f"/cs/topics/{topic.pk}/reply/").status_code == 302


def test_who_may_not_write_is_told_how_to_become_one_who_may() -> None:
    topic = topic_in()
    answer = signed_in(UserFactory()).get(f"/cs/topics/{topic.pk}/reply/")
    assert answer.status_code == 403
    assert topic.platform.get_absolute_url() in answer.content.decode()


def test_too_fast_keeps_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.ratelimit.time.time", lambda: 4_000_000_000.0)  # one minute that does not end
    topic = topic_in()
    answers = [send_reply(topic, topic.author, body=f"Rychle {number}.") for number in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [422]
    assert "Rychle 5." in answers[-1].content.decode()


def test_a_quotation_begins_the_reply_and_names_nobody_it_should_not() -> None:
    topic = topic_in()
    post = reply_to(topic, text="První věta.\n\n> cizí slova\n\nDruhá věta.")
    form = signed_in(topic.author).get(f"/cs/topics/{topic.pk}/reply/?quote={post.pk}").content.decode()
    assert f"&gt; /go/post/{post.pk}/" in form
    assert "cizí slova" not in form
    source = f"> /go/post/{post.pk}/\n> První věta.\n\nSouhlasím."
    send_reply(topic, topic.author, body=source)
    stored = Post.objects.get(position=3).body_html
    assert f'<blockquote data-post="{post.pk}">' in stored
    assert topic.author.get_full_name() not in stored
    shown = signed_in(topic.author).get(topic.get_absolute_url()).content.decode()
    assert f'<p class="quote-head"><a href="{post.get_absolute_url()}">' in shown


@pytest.mark.parametrize("quote", ["abc", "0", "9" * 30, ""])
def test_a_nonsense_quotation_is_an_empty_form(quote: str) -> None:
    topic = topic_in()
    assert signed_in(topic.author).get(f"/cs/topics/{topic.pk}/reply/?quote={quote}").status_code == 200


def test_one_writes_for_ones_organisation_or_in_ones_own_name() -> None:
    topic = topic_in()
    organisation = OrganisationFactory()
    set_affiliation(topic.author, by=topic.author, organisation=organisation, position="referentka")
    for chosen, expected in ((str(organisation.pk), organisation), ("own", None)):
        send_reply(topic, topic.author, on_behalf_of=chosen)
        assert Post.objects.order_by("-pk").first().on_behalf_of == expected
    assert send_reply(topic, topic.author, on_behalf_of="99999").status_code == 422
