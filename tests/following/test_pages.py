"""The control works without JavaScript and with htmx; the list shows what one follows and may still see."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.template import RequestContext, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.services import change_profile
from core import kinds
from core.viewer import VISITOR, viewer_for
from following.services import level_for, set_level
from tests.factories.accounts import UserFactory
from tests.following.test_levels import FollowablePerson

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kind() -> Iterator[None]:
    kinds.register(FollowablePerson())
    yield
    kinds._kinds.pop("test-person")


@pytest.fixture
def me(client: Client) -> User:
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def other() -> User:
    return UserFactory(name="Žofie Malá", handle="zofie")


def path(other: User) -> str:
    return f"/cs/follow/test-person/{other.pk}/"


def test_a_click_stores_the_level_and_leads_back(client: Client, me: User, other: User) -> None:
    answer = client.post(path(other), {"level": "instant", "next": "/cs/people/zofie/"})
    assert answer.headers["Location"] == "/cs/people/zofie/"
    assert level_for(me.pk, kind="test-person", object_id=other.pk) == "instant"


@pytest.mark.parametrize("onward", ["https://evil.example/", ""])
def test_it_leads_nowhere_else(client: Client, me: User, other: User, onward: str) -> None:
    assert client.post(path(other), {"level": "instant", "next": onward}).headers["Location"] == "/cs/follow/"


def test_htmx_gets_the_control_alone(client: Client, me: User, other: User) -> None:
    page = client.post(path(other), {"level": "overview"}, headers={"HX-Request": "true"}).content.decode()
    assert page.strip().startswith("<form")
    assert page.count('aria-pressed="true"') == 1


def test_what_is_not_there_is_404(client: Client, me: User, other: User) -> None:
    change_profile(other, by=other, changes={"shown_to": "nobody"})
    assert client.post(path(other), {"level": "instant"}).status_code == 404
    assert client.post("/cs/follow/no-such/7/", {"level": "instant"}).status_code == 404


def test_a_wrong_level_is_422(client: Client, me: User, other: User) -> None:
    assert client.post(path(other), {"level": "daily"}).status_code == 422


def test_a_visitor_signs_in_and_comes_to_the_item(client: Client, other: User) -> None:
    assert "/accounts/login/?next=" in client.post(path(other), {"level": "instant"}).headers["Location"]
    client.force_login(UserFactory())
    assert client.get(path(other)).headers["Location"] == f"/go/test-person/{other.pk}/"


def test_the_list_shows_what_i_follow_and_may_see(client: Client, me: User, other: User) -> None:
    hidden = UserFactory(name="Skrytá Osoba")
    for person in (other, hidden):
        set_level(by=me, kind="test-person", object_id=person.pk, level="overview")
    change_profile(hidden, by=hidden, changes={"shown_to": "nobody"})
    page = client.get("/cs/follow/").content.decode()
    assert "Žofie Malá" in page
    assert "Skrytá Osoba" not in page


def test_an_empty_list_says_what_to_do(client: Client, me: User) -> None:
    assert client.get("/cs/follow/").status_code == 200


def statements(client: Client, me: User, count: int) -> int:
    for _ in range(count):
        set_level(by=me, kind="test-person", object_id=UserFactory().pk, level="overview")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get("/cs/follow/").status_code == 200
    return len(asked)


def test_a_longer_list_asks_no_more(client: Client, me: User) -> None:
    client.get("/cs/follow/")
    assert statements(client, me, 5) == statements(client, me, 45)


def rendered(viewer_person: User | None, other: User, *, extra: str = "") -> str:
    request = RequestFactory().get("/cs/")
    request.viewer = viewer_for(viewer_person) if viewer_person else VISITOR
    template = Template("{% load following %}{% follow_control 'test-person' pk " + extra + " %}")
    return template.render(RequestContext(request, {"pk": other.pk}))


def test_the_control_shows_the_chosen_level(me: User, other: User) -> None:
    set_level(by=me, kind="test-person", object_id=other.pk, level="instant")
    assert 'value="instant"\naria-pressed="true"' in rendered(me, other)


def test_with_a_known_level_it_asks_nothing(me: User, other: User) -> None:
    viewer = viewer_for(me)
    request = RequestFactory().get("/cs/")
    request.viewer = viewer
    template = Template("{% load following %}{% follow_control 'test-person' pk level='overview' compact=True %}")
    with CaptureQueriesContext(connection) as asked:
        page = template.render(RequestContext(request, {"pk": other.pk}))
    assert 'name="compact"' in page
    assert len(asked) == 0


def test_a_visitor_gets_no_control(other: User) -> None:
    assert rendered(None, other).strip() == ""
