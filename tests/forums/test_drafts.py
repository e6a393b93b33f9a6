"""What somebody began to write waits for her in the composer until it is sent or thrown away."""

from typing import Any

import pytest
from django.test import Client

from core.drafts import load_draft
from core.models import Draft
from forums.models import Post
from tests.factories.forums import forum_of, reply_to, topic_in
from tests.factories.platforms import member_of
from tests.factories.vocabulary import AreaFactory
from tests.forums.test_writing import filled, signed_in

pytestmark = pytest.mark.django_db


def keep(client: Client, place: str, **fields: Any) -> None:
    assert client.post("/drafts/save/", {"draft_place": place, **fields}).status_code == 204


def form_of(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.context["form"]


def test_a_topic_begun_is_there_with_all_its_fields() -> None:
    forum, area = forum_of(), AreaFactory()
    client = signed_in(member_of(forum.platform))
    fields = {"title": "Kauce", "body": "<p>Kdo <strong>platí</strong>?</p>", "body_format": "html"}
    keep(client, f"forum:{forum.pk}:topic", **fields, language="uk", areas=[area.pk])

    form = form_of(client, f"{forum.get_absolute_url()}new/")
    assert form["title"].value() == "Kauce"
    assert form["body"].value().html == "<p>Kdo <strong>platí</strong>?</p>"
    assert (form["language"].value(), form["areas"].value()) == ("uk", [str(area.pk)])
    assert form.draft_kept_at is not None


def test_a_reply_begun_is_there_and_a_quotation_asked_for_comes_after_it() -> None:
    topic = topic_in()
    post = reply_to(topic, text="Platí to obec.")
    client = signed_in(member_of(topic.platform))
    keep(client, f"topic:{topic.pk}:reply", body="Moje myšlenka")

    assert form_of(client, topic.get_absolute_url())["body"].value().plain == "Moje myšlenka"
    text = form_of(client, f"/cs/topics/{topic.pk}/reply/?quote={post.pk}")["body"].value().plain
    assert text.index("Moje myšlenka") < text.index("> Platí to obec.")


@pytest.mark.parametrize("body_format", ["plain", "html"])
def test_a_quotation_that_is_in_the_draft_already_does_not_come_twice(body_format: str) -> None:
    topic = topic_in()
    post = reply_to(topic, text="Platí to obec.")
    client = signed_in(member_of(topic.platform))
    address = f"/cs/topics/{topic.pk}/reply/?quote={post.pk}"
    asked = form_of(client, address)["body"].value()
    body = asked.html if body_format == "html" else asked.plain
    keep(client, f"topic:{topic.pk}:reply", body=body, body_format=body_format)
    assert form_of(client, address)["body"].value().plain.count("Platí to obec.") == 1


def test_what_is_sent_is_no_draft_any_more() -> None:
    topic = topic_in()
    person = member_of(topic.platform)
    client = signed_in(person)
    keep(client, f"topic:{topic.pk}:reply", body="Rozepsáno")
    client.post(f"/cs/topics/{topic.pk}/reply/", filled(body=""))
    assert load_draft(person, place=f"topic:{topic.pk}:reply").at is not None
    client.post(f"/cs/topics/{topic.pk}/reply/", filled(body="Hotovo"))
    assert not Draft.objects.exists()


def test_a_change_of_a_post_is_kept_for_that_version_of_it() -> None:
    topic = topic_in()
    post = Post.objects.get(topic=topic)
    client = signed_in(topic.author)
    address = f"/cs/posts/{post.pk}/edit/"
    keep(client, f"post:{post.pk}:edit:{post.version}", body="Nové znění")
    assert form_of(client, address)["body"].value().plain == "Nové znění"
    client.post(address, {"body": "Odeslané znění", "language": "cs"})
    assert not Draft.objects.exists()
    assert form_of(client, address)["body"].value().plain == "Odeslané znění"


def test_a_draft_is_nobody_elses() -> None:
    topic = topic_in()
    keep(signed_in(member_of(topic.platform)), f"topic:{topic.pk}:reply", body="Jen moje")
    other = form_of(signed_in(member_of(topic.platform)), topic.get_absolute_url())
    assert other["body"].value() is None
    assert other.draft_kept_at is None


def test_a_draft_can_be_thrown_away_from_the_page() -> None:
    topic = topic_in()
    client = signed_in(member_of(topic.platform))
    keep(client, f"topic:{topic.pk}:reply", body="Rozepsáno")
    page = client.get(topic.get_absolute_url()).content.decode()
    assert 'form="forget-draft"' in page
    sent = {"draft_place": f"topic:{topic.pk}:reply", "draft_next": topic.get_absolute_url()}
    assert client.post("/drafts/forget/", sent).url == topic.get_absolute_url()
    assert 'form="forget-draft"' not in client.get(topic.get_absolute_url()).content.decode()
