"""A platform's coordinators open further forums and change them; nobody else finds the pages."""

from typing import Any

import pytest
from django.test import Client

from core.models import OutboxEvent
from forums.models import Forum
from forums.services import narrow_forums
from tests.factories.accounts import UserFactory
from tests.factories.forums import forum_of, topic_in
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db

RIGHTS = {"start_right": "contribute", "reply_right": "contribute"}


def sent(audience: str = "public", **more: str) -> dict[str, str]:
    return {"names-cs": "Výměna zkušeností", "names-en": "Exchange", "audience": audience, **RIGHTS, **more}


def new_url(platform: Any) -> str:
    return f"/cs/forums/{platform.slug}/new/"


def test_a_coordinator_opens_a_forum_and_stands_in_it(client: Client) -> None:
    platform = PlatformFactory()
    client.force_login(platform.author)
    assert new_url(platform) in client.get(platform.get_absolute_url()).content.decode()
    answer = client.post(new_url(platform), sent(**{"about-cs": "Jak to děláte jinde"}))
    forum = Forum.objects.get(platform=platform, slug="vymena-zkusenosti")
    assert answer.headers["Location"] == f"/cs/forums/{platform.slug}/vymena-zkusenosti/"
    assert (forum.names, forum.about) == (
        {"cs": "Výměna zkušeností", "en": "Exchange"},
        {"cs": "Jak to děláte jinde"},
    )
    assert (forum.audience_id, forum.author) == ("public", platform.author)
    assert OutboxEvent.objects.filter(name="forums.forum_opened", payload__forum_id=forum.pk).exists()


def test_the_same_name_again_gets_another_address(client: Client) -> None:
    platform = PlatformFactory()
    client.force_login(platform.author)
    for _ in range(2):
        client.post(new_url(platform), sent())
    slugs = Forum.objects.filter(platform=platform).order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["vymena-zkusenosti", "vymena-zkusenosti-2"]


@pytest.mark.parametrize(("name", "slug"), [("New", "new-2"), ("Обмін", "forum"), ("x" * 120, "x" * 55)])
def test_an_address_is_always_found(client: Client, name: str, slug: str) -> None:
    platform = PlatformFactory()
    client.force_login(platform.author)
    client.post(new_url(platform), sent(**{"names-cs": name}))
    assert Forum.objects.get(platform=platform).slug == slug


@pytest.mark.parametrize(
    ("visibility", "offered"),
    [("public", ["public", "site", "members"]), ("listed", ["site", "members"]), ("hidden", ["members"])],
)
def test_no_forum_is_more_open_than_its_platform(client: Client, visibility: str, offered: list[str]) -> None:
    platform = PlatformFactory(visibility=visibility)
    client.force_login(platform.author)
    for audience in ("public", "site", "members"):
        rule = platform.members_rule if audience == "members" else audience
        answer = client.post(new_url(platform), sent(rule))
        assert answer.status_code == (302 if audience in offered else 422)


@pytest.mark.parametrize("wrong", [{"names-cs": "", "names-en": ""}, {"names-cs": "x" * 121}, {"start_right": "all"}])
def test_wrong_input_is_shown_again(client: Client, wrong: dict[str, str]) -> None:
    platform = PlatformFactory()
    client.force_login(platform.author)
    answer = client.post(new_url(platform), {**sent(**{"about-cs": "Zůstane tu"}), **wrong})
    assert answer.status_code == 422
    assert "Zůstane tu" in answer.content.decode()
    assert not Forum.objects.filter(platform=platform).exists()


@pytest.mark.parametrize(("role", "status"), [("coordinator", 200), ("moderator", 404), ("member", 404), (None, 404)])
def test_only_coordinators_find_the_pages(client: Client, role: str | None, status: int) -> None:
    forum = forum_of()
    client.force_login(member_of(forum.platform, role=role) if role else UserFactory())
    assert client.get(new_url(forum.platform)).status_code == status
    assert client.get(f"{forum.get_absolute_url()}edit/").status_code == status


def test_a_visitor_is_led_to_sign_in(client: Client) -> None:
    forum = forum_of()
    assert client.get(new_url(forum.platform)).headers["Location"].startswith("/cs/accounts/login/")


def test_changing_readers_holds_for_new_topics_only(client: Client) -> None:
    forum = forum_of()
    before = topic_in(forum)
    client.force_login(forum.platform.author)
    assert client.post(f"{forum.get_absolute_url()}edit/", sent(forum.platform.members_rule)).status_code == 302
    forum.refresh_from_db()
    after = topic_in(forum)
    assert (before.audience_id, after.audience_id) == ("public", forum.platform.members_rule)
    assert forum.names["en"] == "Exchange"
    assert OutboxEvent.objects.filter(name="forums.forum_changed").count() == 1


def test_saving_the_same_changes_nothing(client: Client) -> None:
    forum = forum_of()
    client.force_login(forum.platform.author)
    names = {f"names-{code}": text for code, text in forum.names.items()}
    client.post(f"{forum.get_absolute_url()}edit/", {**names, **RIGHTS, "audience": "public"})
    assert not OutboxEvent.objects.filter(name="forums.forum_changed").exists()
    assert narrow_forums(forum.platform) is False
