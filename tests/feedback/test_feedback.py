"""Telling what is hard to use: anybody may, the operator hears of it, administrators answer, nothing stays for ever."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.outbox.dispatch import drain
from core.site import site_settings
from feedback.models import KEPT, Feedback
from feedback.services import mark_answered, mark_new, send_feedback
from feedback.tasks import prune
from mail.models import OutgoingMail
from tests.factories.accounts import AdminFactory, UserFactory

pytestmark = pytest.mark.django_db

FORM = "/cs/feedback/"
SENT = "/cs/feedback/sent/"
TEXT = "Odečítač nečte názvy tlačítek."
WHOLE = {"problem": TEXT, "page": "/cs/topics/", "email": "ctenar@example.org", "wish": "jednoduchou češtinou"}


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def mails(**fields: str) -> list[OutgoingMail]:
    drain()
    return list(OutgoingMail.objects.filter(purpose="feedback", **fields))


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_form_stands_in_every_language_and_thanks(client: Client, language: str) -> None:
    assert client.get(f"/{language}/feedback/").status_code == 200
    answer = client.post(f"/{language}/feedback/", {"problem": TEXT}, follow=True)
    assert answer.redirect_chain == [(f"/{language}/feedback/sent/", 302)]
    assert Feedback.objects.get().language == language


def test_the_form_knows_the_page_from_which_one_came(client: Client) -> None:
    assert 'value="/cs/topics/12-nic/?page=2"' in client.get(FORM, {"page": "/cs/topics/12-nic/?page=2"}).text
    long = client.get(FORM, {"page": "/" + "x" * 9000})
    assert long.status_code == 200
    assert len(long.context["form"].initial["page"]) == 500


@pytest.mark.parametrize("path", ["/cs/topics/", "/en/areas/", "/uk/notifications/subscribe/"])
def test_the_foot_of_every_page_leads_to_the_form(client: Client, path: str) -> None:
    assert f'href="/{path[1:3]}/feedback/?page={path}"' in client.get(f"{path}?q=private").text


def test_only_the_problem_is_needed(client: Client) -> None:
    assert client.post(FORM, {"problem": TEXT}).status_code == 302
    row = Feedback.objects.get()
    assert (row.problem, row.page, row.email, row.wish, row.is_new) == (TEXT, "", "", "", True)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("problem", ""),
        ("problem", "   "),
        ("problem", "x" * 4001),
        ("email", "nikdo"),
        ("page", "x" * 501),
        ("wish", "x" * 301),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(client: Client, field: str, value: str) -> None:
    answer = client.post(FORM, {**WHOLE, field: value})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert f'id="id_{field}_error"' in answer.text
    for name, text in WHOLE.items():
        assert name == field or text in answer.text
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\x00" * 9000])
def test_impossible_characters_do_no_harm(client: Client, text: str) -> None:
    assert client.post(FORM, {"problem": text, "page": text}).status_code in {302, 422}
    assert client.get(FORM, {"page": text}).status_code == 200


def test_a_robot_is_thanked_and_forgotten(client: Client) -> None:
    answer = client.post(FORM, {**WHOLE, "website": "https://spam.example"})
    assert (answer.status_code, answer.url) == (302, SENT)
    assert not Feedback.objects.exists()


def test_too_many_messages_are_refused_with_their_text_kept(client: Client, settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "feedback": ((2, 600),)}
    assert [client.post(FORM, WHOLE).status_code for _ in range(3)] == [302, 302, 422]
    assert TEXT in client.post(FORM, WHOLE).text
    assert Feedback.objects.count() == 2


def test_a_message_goes_to_the_contact_address_with_a_way_to_answer(client: Client) -> None:
    row = site_settings()
    row.contact = "pristupnost@example.org"
    row.save()
    AdminFactory()
    client.post(FORM, WHOLE)
    (mail,) = mails(to="pristupnost@example.org")
    assert mail.headers["Reply-To"] == "ctenar@example.org"
    for text in WHOLE.values():
        assert text in mail.text
    assert "/admin/feedback/" in mail.text
    assert len(mails()) == 2


def test_without_a_contact_every_administrator_hears_in_her_language(client: Client) -> None:
    AdminFactory(email="a@example.org", language="cs")
    AdminFactory(email="b@example.org", language="en")
    UserFactory(email="c@example.org")
    client.post(FORM, {"problem": TEXT})
    assert {(mail.to, mail.language) for mail in mails()} == {("a@example.org", "cs"), ("b@example.org", "en")}


def test_thanks_repeat_nothing_that_was_typed_and_come_once_a_day(client: Client) -> None:
    for _ in range(2):
        client.post(FORM, {**WHOLE, "problem": "Kupte levně <b>zde</b>"})
    (mail,) = mails(to="ctenar@example.org")
    assert "Kupte" not in mail.subject + mail.text + mail.html
    assert mail.language == "cs"


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_thanks_speak_the_writers_language(client: Client, language: str) -> None:
    client.post(f"/{language}/feedback/", WHOLE)
    (mail,) = mails(to="ctenar@example.org")
    assert mail.language == language
    assert f"/{language}/feedback/" in mail.text


def test_administrators_see_the_list_and_answer() -> None:
    row = send_feedback(TEXT, language="cs", page="/cs/topics/")
    admin = AdminFactory()
    client = signed_in(admin)
    text = client.get("/admin/feedback/").text
    assert TEXT in text
    assert 'href="/cs/topics/"' in text
    client.post(f"/admin/feedback/{row.pk}/", {"answered": "1"})
    row.refresh_from_db()
    assert (row.state, row.answered_by) == ("answered", admin)
    assert TEXT not in client.get("/admin/feedback/", {"state": "new"}).text
    assert TEXT in client.get("/admin/feedback/", {"state": "answered"}).text
    client.post(f"/admin/feedback/{row.pk}/")
    assert Feedback.objects.get().is_new


def test_nobody_else_is_told_that_there_is_a_list() -> None:
    row = send_feedback(TEXT, language="cs")
    client = signed_in(UserFactory())
    assert client.get("/admin/feedback/").status_code in {302, 404}
    assert client.post(f"/admin/feedback/{row.pk}/", {"answered": "1"}).status_code in {302, 404}
    assert Feedback.objects.get().is_new


def test_the_list_asks_the_database_as_often_for_many_as_for_few(django_assert_num_queries) -> None:
    client = signed_in(AdminFactory())
    by = AdminFactory()
    send_feedback(TEXT, language="cs")
    client.get("/admin/feedback/")
    with CaptureQueriesContext(connection) as few:
        client.get("/admin/feedback/")
    for _ in range(20):
        mark_answered(send_feedback(TEXT, language="cs"), by=by)
    with django_assert_num_queries(len(few)):
        client.get("/admin/feedback/")


def test_a_state_changes_once() -> None:
    row, by = send_feedback(TEXT, language="cs"), AdminFactory()
    assert [mark_answered(row, by=by), mark_answered(row, by=by)] == [True, False]
    assert [mark_new(row), mark_new(row)] == [True, False]


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("/cs/topics/?page=2", "/cs/topics/?page=2"),
        (f"{settings.BASE_URL}/cs/", "/cs/"),
        ("https://elsewhere.example/cs/", ""),
        ("//elsewhere.example/cs/", ""),
        ("javascript:alert(1)", ""),
        ("vyhledávání", ""),
        ("", ""),
        ("http://[", ""),
    ],
)
def test_only_pages_of_this_site_become_links(page: str, link: str) -> None:
    assert Feedback(page=page).link == link


def test_a_message_is_gone_after_twelve_months() -> None:
    old, young = send_feedback(TEXT, language="cs"), send_feedback(TEXT, language="cs")
    Feedback.objects.filter(pk=old.pk).update(created_at=timezone.now() - KEPT)
    Feedback.objects.filter(pk=young.pk).update(created_at=timezone.now() - KEPT + timedelta(hours=1))
    prune()
    assert list(Feedback.objects.all()) == [young]
