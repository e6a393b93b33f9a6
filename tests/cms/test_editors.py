"""Editors' rights: the group of the site publishes everywhere, that of a platform below its own page only."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission

from cms.models import HomePage, NewsPage, StandardPage
from cms.services.editors import (
    EDITORS,
    editors_group,
    forget_platform_editors,
    group_name,
    sync_all_platform_editors,
)
from core.outbox.dispatch import drain
from core.viewer import VISITOR, viewer_for
from platforms.services import change_platform, leave, role_named, set_role
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.platforms import PlatformFactory, member_of, membership_of
from tests.factories.vocabulary import AreaFactory

pytestmark = pytest.mark.django_db


def may_publish(person, page):
    return page.permissions_for_user(type(person).objects.get(pk=person.pk)).can_publish()


@pytest.fixture
def editor(home):
    editors_group()
    person = UserFactory()
    person.groups.add(Group.objects.get(name=EDITORS))
    return person


def section_of(platform):
    return StandardPage.objects.get(slug=f"platform-{platform.slug}")


def test_wagtails_own_group_of_that_name_gets_the_right_to_publish(editor, home):
    assert all(may_publish(editor, page) for page in HomePage.objects.all())
    assert may_publish(editor, pages.news())
    assert not GroupPagePermission.objects.filter(group__name=EDITORS, page__depth=1).exists()


def test_an_editor_looks_after_funders_programmes_and_places(editor, client):
    AreaFactory()
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    for name in ("cms_funderacknowledgement", "vocabulary_programme", "vocabulary_call", "vocabulary_territory"):
        assert client.get(reverse(f"wagtailsnippets_{name}:add")).status_code == 200


def test_what_an_administrator_took_away_stays_away(editor):
    group = Group.objects.get(name=EDITORS)
    group.permissions.clear()
    assert editors_group() == []
    assert not group.permissions.exists()


def test_a_home_page_in_a_new_language_is_the_editors_too(editor):
    german = pages.home("de")
    editors_group()
    assert may_publish(editor, german)


def test_her_own_page_leads_an_editor_to_the_pages_of_the_site(editor, client):
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    assert 'href="/admin/"' in client.get("/en/me/").text
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert 'href="/admin/"' not in client.get("/en/me/").text


def test_who_may_publish_on_a_platform_edits_its_pages_and_no_others(home):
    platform = PlatformFactory()
    drain()
    editor, member = member_of(platform, role="editor"), member_of(platform)
    drain()
    section = section_of(platform)
    assert may_publish(editor, section)
    assert not may_publish(editor, home)
    assert not may_publish(editor, section_of(_other()))
    assert not may_publish(member, section)


def _other():
    other = PlatformFactory()
    drain()
    return other


def test_the_right_goes_with_the_role_and_with_the_membership(home):
    coordinator = UserFactory()
    platform = PlatformFactory(by=coordinator)
    one, two = member_of(platform, role="editor"), member_of(platform, role="editor")
    drain()
    names = {person.pk for person in Group.objects.get(name=group_name(platform)).user_set.all()}
    assert names == {coordinator.pk, one.pk, two.pk}
    role = role_named("member")
    set_role(membership_of(one, platform), by=coordinator, viewer=viewer_for(coordinator), role=role)
    leave(platform, by=two)
    drain()
    assert {person.pk for person in Group.objects.get(name=group_name(platform)).user_set.all()} == {coordinator.pk}


def test_platforms_that_were_there_before_the_home_page_are_caught_up(db):
    platform = PlatformFactory()
    drain()
    assert not Group.objects.filter(name=group_name(platform)).exists()
    pages.home("cs")
    assert sync_all_platform_editors() == [f"editors of the platform {platform.slug}"]
    assert sync_all_platform_editors() == []


def test_news_below_a_platforms_page_belong_to_it_and_stand_on_it(home, client):
    platform = PlatformFactory()
    drain()
    piece = pages.make(NewsPage, parent=section_of(platform), title="Setkání v úterý")
    plain = pages.plain(parent=section_of(platform), title="Jak se připojit k setkání")
    assert (piece.platform, plain.platform) == (platform, platform)
    text = client.get(platform.get_absolute_url()).text
    assert piece.title in text
    assert plain.title in text
    assert client.get(section_of(platform).get_absolute_url()).status_code == 404


def set_visibility(platform, word):
    change_platform(platform, by=platform.author, fields={"visibility": word}, territories=[], areas=[])


def test_the_pages_of_a_platform_that_hides_itself_are_hidden(home):
    platform = PlatformFactory()
    drain()
    page = pages.plain(parent=section_of(platform))
    set_visibility(platform, "hidden")
    drain()
    assert not StandardPage.objects.visible_to(VISITOR).filter(pk=page.pk).exists()
    set_visibility(platform, "public")
    drain()
    assert not StandardPage.objects.visible_to(VISITOR).filter(pk=page.pk).exists()


def test_a_platform_that_goes_takes_its_empty_page_and_its_group_with_it(home):
    platform = PlatformFactory()
    drain()
    assert forget_platform_editors(platform)
    assert not StandardPage.objects.filter(slug=f"platform-{platform.slug}").exists()
    assert not Group.objects.filter(name=group_name(platform)).exists()
    assert not Collection.objects.filter(depth=2).exists()
