"""A draft belongs to its person and place, holds what a form may hold, and goes when it is sent or forgotten."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from core.drafts import DraftRefusedError, forget_draft, load_draft, prune_drafts, save_draft
from core.models import Draft
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
PLACE = "topic:12:reply"


def test_saved_draft_is_loaded_by_its_person_alone() -> None:
    person = UserFactory()
    assert save_draft(person, place=PLACE, fields={"body": ["Dobrý den"]}) is True
    assert save_draft(person, place=PLACE, fields={"body": ["Dobrý den"]}) is False
    assert load_draft(person, place=PLACE).fields == {"body": ["Dobrý den"]}
    assert load_draft(person, place="topic:13:reply").fields == {}
    assert load_draft(UserFactory(), place=PLACE).fields == {}
    assert load_draft(AnonymousUser(), place=PLACE).fields == {}


def test_empty_fields_forget_the_draft() -> None:
    person = UserFactory()
    save_draft(person, place=PLACE, fields={"body": ["x"]})
    assert save_draft(person, place=PLACE, fields={"body": ["  "]}) is True
    assert forget_draft(person, place=PLACE) is False


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("", {"body": ["x"]}),
        ("../etc", {"body": ["x"]}),
        ("x" * 121, {"body": ["x"]}),
        (PLACE, {f"f{n}": ["x"] for n in range(41)}),
        (PLACE, {"body": ["x" * 300_001]}),
    ],
)
def test_what_is_no_draft_is_refused(place: str, fields: dict[str, list[str]]) -> None:
    with pytest.raises(DraftRefusedError):
        save_draft(UserFactory(), place=place, fields=fields)


def test_impossible_signs_are_taken_out() -> None:
    person = UserFactory()
    save_draft(person, place=PLACE, fields={"body": ["a\x00b\ud800"]})
    assert load_draft(person, place=PLACE).fields == {"body": ["ab"]}


def test_the_oldest_draft_gives_way() -> None:
    person = UserFactory()
    for number in range(52):
        save_draft(person, place=f"p:{number}", fields={"body": ["x"]})
    assert Draft.objects.count() == 50
    assert load_draft(person, place="p:0").fields == {}
    assert load_draft(person, place="p:51").fields


def test_drafts_nobody_came_back_to_are_forgotten() -> None:
    save_draft(UserFactory(), place=PLACE, fields={"body": ["x"]})
    Draft.objects.update(updated_at=timezone.now() - timedelta(days=91))
    assert prune_drafts() == 1


def test_the_page_keeps_and_forgets_through_post_only() -> None:
    person, client = UserFactory(), Client()
    client.force_login(person)
    sent = {"draft_place": PLACE, "body": "Text", "csrfmiddlewaretoken": "secret"}
    assert client.post("/drafts/save/", sent).status_code == 204
    assert load_draft(person, place=PLACE).fields == {"body": ["Text"]}
    assert client.get("/drafts/save/").status_code == 405
    assert client.post("/drafts/save/", {**sent, "draft_place": "?"}).status_code == 422
    assert client.post("/drafts/forget/", {"draft_place": PLACE}).status_code == 204
    assert load_draft(person, place=PLACE).fields == {}


@pytest.mark.parametrize("path", ["/drafts/save/", "/drafts/forget/"])
def test_visitors_have_no_drafts(path: str) -> None:
    assert Client().post(path, {"draft_place": PLACE, "body": "x"}).status_code == 403
    assert not Draft.objects.exists()


def test_a_form_without_script_is_led_back_and_never_elsewhere() -> None:
    person, client = UserFactory(), Client()
    client.force_login(person)
    sent = {"draft_place": PLACE, "body": "Text", "draft_next": "/cs/topics/1/"}
    answer = client.post("/drafts/save/", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/cs/topics/1/")
    assert load_draft(person, place=PLACE).fields == {"body": ["Text"]}
    assert client.post("/drafts/forget/", {**sent, "draft_next": "https://example.org/"}).status_code == 204


def test_a_form_without_any_text_is_nothing_to_keep() -> None:
    person, client = UserFactory(), Client()
    client.force_login(person)
    client.post("/drafts/save/", {"draft_place": PLACE, "body": "Text", "language": "cs"})
    client.post("/drafts/save/", {"draft_place": PLACE, "body": " ", "language": "cs"})
    assert load_draft(person, place=PLACE).at is None


def test_a_form_of_another_site_writes_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory())
    assert client.post("/drafts/save/", {"draft_place": PLACE, "body": "x"}).status_code == 403
