"""Audiences of pages: inherited, spread, kept over revisions and moves; and the twin rules."""

import pytest

from cms.models import BasePage
from cms.services.authoring import publish
from core.audiences import PUBLIC, SITE, ensure_audience
from core.kinds import get_kind
from core.models import OutboxEvent
from core.viewer import VISITOR, viewer_for
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree(home):
    top = pages.plain(slug="top")
    child = pages.plain(parent=top, slug="child")
    return {"top": top, "child": child, "leaf": pages.plain(parent=child, slug="leaf")}


def rules(tree):
    return {name: BasePage.objects.get(pk=page.pk).audience_id for name, page in tree.items()}


def test_a_page_takes_the_audience_of_the_page_above(tree):
    assert set(rules(tree).values()) == {PUBLIC}
    members = pages.plain(slug="members", own_audience_id=SITE)
    assert pages.plain(parent=members, slug="inside").audience_id == SITE


def test_a_change_spreads_to_pages_without_an_audience_of_their_own(tree):
    tree["child"].own_audience_id = PUBLIC
    publish(tree["child"])
    tree["top"].own_audience_id = SITE
    publish(tree["top"])
    assert rules(tree) == {"top": SITE, "child": PUBLIC, "leaf": PUBLIC}


def test_a_spread_raises_the_version_and_is_announced(tree):
    before = BasePage.objects.get(pk=tree["leaf"].pk).version
    OutboxEvent.objects.all().delete()
    tree["top"].own_audience_id = SITE
    publish(tree["top"])
    told = {row.payload["page_id"] for row in OutboxEvent.objects.filter(name="cms.page_published")}
    assert BasePage.objects.get(pk=tree["leaf"].pk).version > before
    assert {page.pk for page in tree.values()} <= told


def test_a_moved_page_takes_the_audience_of_its_new_place(tree):
    members = pages.plain(slug="members", own_audience_id=SITE)
    tree["child"].move(members, pos="last-child")
    assert rules(tree) == {"top": PUBLIC, "child": SITE, "leaf": SITE}


def test_publishing_an_old_revision_brings_back_no_old_audience(tree):
    old = tree["leaf"].save_revision()
    tree["top"].own_audience_id = SITE
    publish(tree["top"])
    old.publish()
    assert rules(tree)["leaf"] == SITE


def test_the_version_rises_with_every_change(tree):
    versions = [tree["top"].version]
    for title in ("Jedna", "Dvě"):
        tree["top"].title = title
        publish(tree["top"])
        versions.append(tree["top"].version)
    assert versions == sorted(set(versions))


def test_the_rule_for_one_page_and_the_rule_for_lists_agree(home):
    platform = PlatformFactory()
    member = member_of(platform)
    for number, rule in enumerate([PUBLIC, SITE, ensure_audience(platform.members_rule)]):
        pages.news(slug=f"zprava-{number}", own_audience_id=rule)
        pages.news(slug=f"koncept-{number}", own_audience_id=rule).unpublish()
    kind = get_kind("news")
    viewers = [VISITOR, viewer_for(UserFactory()), viewer_for(member), viewer_for(UserFactory(admin=True))]
    for viewer in viewers:
        listed = set(kind.visible_to(viewer).values_list("pk", flat=True))
        single = {item.pk for item in kind.queryset() if kind.can_view(viewer, item)}
        assert listed == single
    assert [kind.visible_to(viewer).count() for viewer in viewers] == [1, 2, 3, 3]
