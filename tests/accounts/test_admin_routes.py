"""Wagtail's admin signs nobody in, resets no password, changes no address, and makes or deletes no person."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import User
from tests.factories.accounts import AdminFactory, UserFactory

pytestmark = pytest.mark.django_db

# Words in the address or name of a route that would authenticate, or make or change a person.
SUSPECT = ("login", "password", "account", "users", "signup", "token", "reset", "email", "accounts/user")
# Routes with such a word that are known to do none of it.
HARMLESS = {
    "wagtailadmin_choose_page_email_link": "puts a mailto link into a text",
    "wagtailusers_users:index": "a list",
    "wagtailusers_users:index_results": "a list",
    "wagtailusers_users:edit": "rights only; see test_rights_are_all_that_can_be_changed",
    "wagtailusers_users:history": "a list",
    "wagtailusers_users:history_results": "a list",
}
GROUPS = "wagtailusers_groups:"  # groups of editors and their rights on pages; they hold no address and no password
OURS = {"admin-login", "admin-account", "admin-password-reset", "admin-bulk-people"}
COVERED = {
    "wagtailadmin_login": "/admin/login/",
    "wagtailadmin_account": "/admin/account/",
    "wagtailadmin_password_reset": "/admin/password_reset/",
    "wagtailadmin_password_reset_done": "/admin/password_reset/done/",
    "wagtailadmin_password_reset_confirm": "/admin/password_reset/confirm/MQ/abc-def/",
    "wagtailadmin_password_reset_complete": "/admin/password_reset/complete/",
}


def routes(patterns: list, *, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Yield (address, name) of every route below the given patterns."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(part for part in (space, pattern.namespace) if part)
            yield from routes(pattern.url_patterns, prefix=address, space=inner)
        elif isinstance(pattern, URLPattern):
            yield address, ":".join(part for part in (space, pattern.name or "") if part)


def admin_routes() -> list[tuple[str, str]]:
    return [(a, n) for a, n in routes(get_resolver().url_patterns) if a.startswith("admin/")]


def test_every_suspect_route_is_known() -> None:
    unknown = (
        {
            name or address
            for address, name in admin_routes()
            if any(word in address or word in name for word in SUSPECT) and not name.startswith(GROUPS)
        }
        - set(HARMLESS)
        - OURS
        - set(COVERED)
    )
    assert not unknown, f"routes of the admin that may authenticate or make people: {sorted(unknown)}"


def test_no_route_makes_or_deletes_people() -> None:
    names = {name for _, name in admin_routes()}
    assert not names & {f"wagtailusers_users:{verb}" for verb in ("add", "delete", "copy")}


@pytest.mark.parametrize(("name", "path"), COVERED.items())
def test_wagtails_own_pages_lead_to_ours(client: Client, name: str, path: str) -> None:
    for method in (client.get, client.post):
        answer = method(path)
        assert answer.status_code == 302, name
        target = answer.headers["Location"]
        assert "/accounts/" in target or target.endswith("/me/"), name


def test_signing_in_returns_to_the_admin(client: Client) -> None:
    first = client.get("/admin/", follow=False)
    assert "/accounts/login/?next=/admin/" in first.headers["Location"]
    assert "next=%2Fadmin%2Fpages%2F" in client.get("/admin/login/?next=/admin/pages/").headers["Location"]


@pytest.mark.parametrize("action", ["delete", "set_active_state", "assign_role"])
def test_people_are_not_changed_in_bulk(client: Client, action: str) -> None:
    client.force_login(AdminFactory())
    other = UserFactory()
    assert client.post(f"/admin/bulk/accounts/user/{action}/?id={other.pk}").status_code == 404
    assert User.objects.filter(pk=other.pk).exists()


def test_the_list_of_people_works(client: Client) -> None:
    client.force_login(AdminFactory())
    UserFactory(name="Žaneta Malá", email="zaneta@example.org")
    for query in ("", "?q=zaneta", "?ordering=name_key", "?ordering=email"):
        assert "Žaneta Malá" in client.get(f"/admin/users/{query}").content.decode()


def test_rights_are_all_that_can_be_changed(client: Client) -> None:
    client.force_login(AdminFactory())
    other = UserFactory(name="Jana", email="jana@example.org")
    sent = {"is_superuser": "on", "email": "evil@example.org", "name": "Evil", "password1": "x", "password2": "x"}
    assert client.get(f"/admin/users/edit/{other.pk}/").status_code == 200
    assert client.post(f"/admin/users/edit/{other.pk}/", sent).status_code == 302
    other.refresh_from_db()
    assert (other.is_superuser, other.email, other.name) == (True, "jana@example.org", "Jana")
