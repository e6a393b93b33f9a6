"""What the website shows elsewhere: kinds, panels, permanent addresses, the sitemap, the scheduled task."""

import datetime as dt

import pytest
from django.utils import timezone

from cms.blocks.home import PLACES
from cms.models import BasePage
from cms.services.authoring import compose_home
from cms.tasks import publish_scheduled
from core.audiences import SITE
from core.kinds import get_kind
from core.panels import panels_for
from core.viewer import VISITOR
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory
from tests.factories.vocabulary import AreaFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "make"),
    [("news", pages.news), ("handbook", pages.chapter), ("page", pages.plain), ("project_page", pages.project)],
)
def test_every_kind_of_page_tells_what_search_and_notices_ask(home, code, make):
    area, place = AreaFactory(code="BYD"), TerritoryFactory(region=True)
    page = make(title="Titul", summary="Shrnutí", areas=[area], territories=[place])
    kind = get_kind(code)
    item = kind.queryset().get(pk=page.pk)
    assert kind.title(item) == "Titul"
    assert "Shrnutí" in kind.text(item)
    assert (kind.language(item), kind.audience(item), kind.is_published(item)) == ("cs", "public", True)
    assert (kind.area_codes(item), kind.territory_codes(item)) == (["BYD"], [place.code])
    assert kind.address(item).startswith("/cs/")
    assert kind.changed_at(item) is not None
    assert kind.version(item) >= 1


def test_home_and_lists_are_no_items(home):
    pages.news_index()
    assert set(BasePage.objects.values_list("kind", flat=True)) == {""}


def test_the_permanent_address_leads_to_the_readers_language(client, home):
    page = pages.plain(slug="stranka")
    client.cookies["language"] = "en"
    assert client.get(f"/go/page/{page.pk}/").headers["Location"] == "/en/stranka/"
    page.own_audience_id = SITE
    page.save_revision().publish()
    assert client.get(f"/go/page/{page.pk}/").status_code == 404


def panel(place, name, about):
    return next(p for p in panels_for(place) if p.name == name).provide(about, VISITOR)


def test_an_area_and_a_place_show_their_pages_and_those_of_places_within(home):
    area = AreaFactory(code="BYD")
    region = TerritoryFactory(region=True)
    town = TerritoryFactory(parent=region)
    page = pages.chapter(areas=[area], territories=[town])
    pages.chapter(areas=[area], territories=[town], own_audience_id=SITE)
    for place, about in (("area", area), ("territory", region), ("territory", town)):
        assert [row.pk for row in panel(place, "cms.pages", about)["pages"]] == [page.pk]
    assert panel("area", "cms.pages", AreaFactory(code="PRA")) is None


def test_pages_of_an_area_and_a_place_show_the_panel(client, home):
    area = AreaFactory(code="BYD")
    pages.chapter(title="O bydlení", areas=[area], organisation=OrganisationFactory())
    assert "O bydlení" in client.get("/cs/areas/BYD/").text


def test_a_platform_shows_its_news(home):
    platform = PlatformFactory()
    pages.news(title="Z platformy", platform=platform)
    pages.news(title="Odjinud")
    assert [row["title"] for row in panel("platform", "cms.news", platform)["rows"]] == ["Z platformy"]


def test_the_sitemap_holds_what_everybody_may_read(client, home):
    pages.plain(slug="verejna")
    pages.plain(slug="clenska", own_audience_id=SITE)
    pages.plain(slug="koncept").unpublish()
    platform = PlatformFactory()
    text = client.get("/sitemap.xml").text
    assert "http://localhost:8000/cs/verejna/" in text
    assert platform.get_absolute_url() in text
    assert "clenska" not in text
    assert "koncept" not in text


def test_planned_pages_appear_and_expired_ones_go(home):
    page = pages.plain(slug="planovana")
    page.expire_at = timezone.now() - dt.timedelta(minutes=1)
    page.save_revision().publish()
    publish_scheduled()
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize("place", [place for place, _label in PLACES])
def test_every_place_an_editor_may_put_on_the_home_page_has_something_to_show(place):
    assert panels_for(place)


def test_the_home_page_offers_visitors_the_overview_and_members_not(client, home):
    compose_home(home, words={"title": "Mosty", "hero": "Vítejte"})
    link = 'href="/cs/notifications/subscribe/"'
    assert link in client.get("/cs/").text
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert link not in client.get("/cs/").text
