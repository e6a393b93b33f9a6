"""Reporting and deciding: who may, what is kept, what becomes of the item."""

import pytest
from django.test import Client

from core.kinds import all_kinds, get_kind
from core.models import OutboxEvent
from moderation.models import ModerationAct, Report
from moderation.services import dismiss_reports, hide_item, report_item, restore_item
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.platforms import PlatformFactory, member_of
from tests.visibility import MAKERS, stage

pytestmark = pytest.mark.django_db


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_report_keeps_the_text_and_is_filed_once() -> None:
    platform, person = PlatformFactory(), UserFactory()
    kind = get_kind("platform")
    first, new = report_item(kind, platform, by=person, reason="spam", note="reklama")
    again, second = report_item(kind, platform, by=person, reason="other")
    assert (new, second) == (True, False)
    assert again == first
    assert platform.name in first.text
    assert OutboxEvent.objects.filter(name="moderation.item_reported").count() == 1


def test_hiding_closes_reports_logs_the_reason_and_can_be_undone() -> None:
    platform, moderator = PlatformFactory(), AdminFactory()
    kind = get_kind("platform")
    report_item(kind, platform, by=UserFactory(), reason="spam")
    assert hide_item(kind, platform, by=moderator, reason="Reklama")
    platform.refresh_from_db()
    assert not hide_item(kind, platform, by=moderator, reason="Reklama")
    assert Report.objects.get().state == "hidden"
    assert Client().get(platform.get_absolute_url()).status_code == 404
    assert restore_item(kind, platform, by=moderator, reason="Omyl")
    assert Client().get(platform.get_absolute_url()).status_code == 200
    assert list(ModerationAct.objects.order_by("pk").values_list("verb", flat=True)) == ["hide", "restore"]


def test_leaving_it_as_it_is_closes_the_report() -> None:
    platform = PlatformFactory()
    kind = get_kind("platform")
    report_item(kind, platform, by=UserFactory(), reason="other")
    assert dismiss_reports(kind, platform, by=platform.author, reason="V pořádku")
    assert not dismiss_reports(kind, platform, by=platform.author, reason="V pořádku")


def test_reporting_from_the_page_and_bad_input() -> None:
    platform = PlatformFactory()
    address = f"/cs/moderation/report/platform/{platform.pk}/"
    client = signed_in(UserFactory())
    assert Client().get(address).status_code == 302
    assert client.post(address, {"reason": "nonsense", "note": "x"}).status_code == 422
    assert client.post(address, {"reason": "spam"}).status_code == 302
    assert Report.objects.count() == 1


def test_what_one_cannot_see_cannot_be_reported() -> None:
    platform = PlatformFactory(visibility="hidden")
    client = signed_in(UserFactory())
    assert client.get(f"/cs/moderation/report/platform/{platform.pk}/").status_code == 404
    assert client.get("/cs/moderation/report/nonsense/1/").status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [("member", 404), ("editor", 404), ("moderator", 200), ("coordinator", 200)]
)
def test_who_sees_the_queue_and_decides(role: str, status: int) -> None:
    platform = PlatformFactory()
    client = signed_in(member_of(platform, role=role))
    assert client.get("/cs/moderation/").status_code == status
    assert client.get(f"/cs/moderation/decide/platform/{platform.pk}/").status_code == status


def test_the_queue_shows_only_ones_own_platforms() -> None:
    mine, other = PlatformFactory(), PlatformFactory(names={"cs": "Cizí platforma"})
    report_item(get_kind("platform"), other, by=UserFactory(), reason="spam")
    assert "Cizí platforma" not in signed_in(mine.author).get("/cs/moderation/").content.decode()
    assert "Cizí platforma" in signed_in(other.author).get("/cs/moderation/").content.decode()


def test_a_decision_needs_a_reason() -> None:
    platform = PlatformFactory()
    address = f"/cs/moderation/decide/platform/{platform.pk}/"
    assert signed_in(platform.author).post(address, {"verb": "hide", "reason": " "}).status_code == 422
    assert signed_in(platform.author).post(address, {"verb": "hide", "reason": "Reklama"}).status_code == 302


@pytest.mark.parametrize("code", [kind.code for kind in all_kinds() if kind.reportable])
def test_what_can_be_reported_can_be_hidden_from_the_page_and_shown_again(code: str) -> None:
    s = stage()
    item, client = MAKERS[code](s), signed_in(AdminFactory())
    address = f"/cs/moderation/decide/{code}/{item.pk}/"
    page = get_kind(code).address(item)
    assert client.post(address, {"verb": "hide", "reason": "Osobní údaje"}).status_code == 302
    assert not get_kind(code).visible_to(s.cast["member"]).filter(pk=item.pk).exists()
    assert signed_in(UserFactory()).get(page, follow=True).status_code == 404 or code == "post"
    assert client.get(address).status_code == 200
    assert client.post(address, {"verb": "restore", "reason": "Omyl"}).status_code == 302
    assert get_kind(code).visible_to(s.cast["member"]).filter(pk=item.pk).exists()


@pytest.mark.parametrize("code", [kind.code for kind in all_kinds() if not kind.reportable])
def test_what_cannot_be_reported_cannot_be_hidden_either(code: str) -> None:
    item = MAKERS[code](stage())
    client = signed_in(AdminFactory())
    assert client.post(f"/cs/moderation/decide/{code}/{item.pk}/", {"verb": "hide", "reason": "x"}).status_code == 404


def test_nobody_suspends_herself() -> None:
    admin = AdminFactory()
    signed_in(admin).post(f"/cs/moderation/decide/person/{admin.pk}/", {"verb": "hide", "reason": "x"})
    admin.refresh_from_db()
    assert admin.state == "active"


def test_a_person_is_reported_from_her_page_and_suspended_by_an_administrator() -> None:
    person, reader = UserFactory(name="Jana Nová"), UserFactory()
    page = person.get_absolute_url()
    assert f"/cs/moderation/report/person/{person.pk}/" in signed_in(reader).get(page).content.decode()
    assert "/cs/moderation/report/" not in signed_in(person).get(page).content.decode()
    report_item(get_kind("person"), person, by=reader, reason="other")
    admin = signed_in(AdminFactory())
    decide = f"/cs/moderation/decide/person/{person.pk}/"
    assert decide in admin.get(page).content.decode()
    assert admin.post(decide, {"verb": "hide", "reason": "Spam"}).status_code == 302
    assert signed_in(reader).get(page).status_code == 404
    queue = admin.get("/cs/moderation/").content.decode()
    assert decide in queue
    assert "Jana Nová" in queue


def test_what_else_waits_stands_beside_a_decision() -> None:
    kind = get_kind("platform")
    one, two = PlatformFactory(), PlatformFactory()
    for platform in (one, two):
        for person in (UserFactory(), UserFactory()):
            report_item(kind, platform, by=person, reason="spam")
    address = f"/cs/moderation/decide/platform/{one.pk}/"
    column = '<nav class="list-detail"'
    beside = signed_in(AdminFactory()).get(address).content.decode().partition(column)[2]
    assert beside.count(f"/cs/moderation/decide/platform/{two.pk}/") == 1
    assert beside.count('aria-current="page"') == 1
    assert column not in signed_in(one.author).get(address).content.decode()  # the other is not hers to decide
