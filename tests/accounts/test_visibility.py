"""Who sees a profile, an address on it, and a name in the directory: the page, the query and the object rule agree."""

import pytest
from django.test import Client

from accounts.items import PersonKind
from accounts.models import Shown, User
from accounts.services import change_profile, close_account, suspend
from accounts.visibility import shown_email
from core.kinds import get_kind
from core.viewer import VISITOR, Viewer, viewer_for
from tests.factories.accounts import AdminFactory, UserFactory

pytestmark = pytest.mark.django_db


def shown(person: User, **changes: object) -> User:
    change_profile(person, by=person, changes=changes)
    return User.objects.select_related("profile").get(pk=person.pk)


def viewers(person: User) -> dict[str, Viewer]:
    others = {"herself": person, "member": UserFactory(), "admin": AdminFactory()}
    return {"visitor": VISITOR, **{name: viewer_for(other) for name, other in others.items()}}


TABLE = [
    (Shown.EVERYBODY, {"visitor", "herself", "member", "admin"}),
    (Shown.MEMBERS, {"herself", "member", "admin"}),
    (Shown.NOBODY, {"herself"}),
]


@pytest.mark.parametrize(("choice", "see"), TABLE)
def test_a_profile_is_there_for_whom_its_person_chose(choice: str, see: set[str]) -> None:
    person = shown(UserFactory(), shown_to=choice)
    kind = get_kind("person")
    assert isinstance(kind, PersonKind)
    for name, viewer in viewers(person).items():
        assert kind.visible_to(viewer).filter(pk=person.pk).exists() is (name in see), name
        assert kind.can_view(viewer, person) is (name in see), name


@pytest.mark.parametrize("make", ["suspended", "closed", "unconfirmed"])
def test_nobody_sees_who_is_no_member(make: str) -> None:
    person = UserFactory()
    other = shown(person, shown_to=Shown.EVERYBODY)
    if make == "suspended":
        suspend(other, by=AdminFactory(), reason="Spam")
    elif make == "closed":
        close_account(other, by=other)
    else:
        other.state = "new"
        other.save()
    for name, viewer in viewers(other).items():
        assert not User.objects.visible_to(viewer).filter(pk=other.pk).exists(), name
        assert not other.can_be_viewed_by(viewer), name


@pytest.mark.parametrize(
    ("choice", "see"),
    [
        (Shown.EVERYBODY, {"visitor", "herself", "member", "admin"}),
        (Shown.MEMBERS, {"herself", "member", "admin"}),
        (Shown.NOBODY, set()),
    ],
)
def test_an_address_is_shown_to_whom_its_person_chose(choice: str, see: set[str]) -> None:
    person = shown(UserFactory(), shown_to=Shown.EVERYBODY, show_email_to=choice)
    for name, viewer in viewers(person).items():
        assert bool(shown_email(person, viewer)) is (name in see), name


def test_the_page_shows_what_she_said(client: Client) -> None:
    person = shown(
        UserFactory(handle="jana", email="jana@example.org"),
        shown_to=Shown.EVERYBODY,
        about={"en": "I work with schools & towns."},
        position="Coordinator",
    )
    page = client.get("/cs/people/jana/").content.decode()
    assert person.name in page
    assert '<div class="prose" lang="en"><p>I work with schools &amp; towns.</p></div>' in page
    assert "jana@example.org" not in page


@pytest.mark.parametrize("handle", ["hidden", "never-was"])
def test_hidden_and_never_there_are_the_same_404(client: Client, handle: str) -> None:
    UserFactory(handle="hidden")
    assert client.get(f"/cs/people/{handle}/").status_code == 404


def test_the_directory_lists_who_wants_to_be_listed() -> None:
    listed, shy = UserFactory(name="Žofie"), UserFactory(name="Adam")
    first = UserFactory(name="Cyril")
    change_profile(shy, by=shy, changes={"listed_in_directory": False})
    found = User.objects.listed_for(viewer_for(first))
    assert list(found) == [first, listed]


def test_go_leads_to_the_page(client: Client) -> None:
    person = shown(UserFactory(handle="jana"), shown_to=Shown.EVERYBODY)
    assert client.get(f"/go/person/{person.pk}/").headers["Location"].endswith("/people/jana/")
