"""What runs round every request: the content policy, clean input, languages, and no cookies but those declared."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import ModelMultipleChoiceField
from django.http import HttpResponse
from django.test import Client, RequestFactory

from accounts.models import User
from core.middleware.csp import ADMIN_POLICY, PUBLIC_POLICY, policy_for
from core.middleware.input import CleanInputMiddleware
from core.richtext.addresses import item_at
from core.typed import clean
from tests.factories.accounts import UserFactory

DECLARED_COOKIES = {"sessionid", "csrftoken", "language", "theme"}


def parts(header: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for part in header.split(";") if (words := part.split())}


def test_public_policy_has_no_exception() -> None:
    assert PUBLIC_POLICY["default-src"] == ["'none'"]
    for directive in ("script-src", "style-src", "connect-src", "form-action"):
        assert PUBLIC_POLICY[directive] == ["'self'"]
    assert not [
        source for sources in PUBLIC_POLICY.values() for source in sources if "unsafe" in source or "sha256" in source
    ]


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/cs/", PUBLIC_POLICY),
        ("/admin/", ADMIN_POLICY),
        ("/admin/pages/", ADMIN_POLICY),
        ("/cs/admin/", PUBLIC_POLICY),
        ("/administration/", PUBLIC_POLICY),
    ],
)
def test_only_the_admin_has_the_looser_policy(path: str, policy: dict[str, list[str]]) -> None:
    assert policy_for(RequestFactory().get(path)) == policy


@pytest.mark.django_db
def test_every_answer_carries_the_headers() -> None:
    response = Client().get("/health/live")
    policy = parts(response["Content-Security-Policy"])
    assert policy["script-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert response["Permissions-Policy"].startswith("camera=()")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize(
    ("typed", "kept"), [("a\x00b", "ab"), ("\ud800x\udfff", "x"), ("Žluťoučký 🐎\n\t", "Žluťoučký 🐎\n\t"), ("", "")]
)
def test_only_the_impossible_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def through(request: Any) -> Any:
    middleware = CleanInputMiddleware(lambda _request: HttpResponse())
    response = middleware(request)
    middleware.process_view(request, None, (), {})
    return response


def test_query_and_form_are_cleaned_with_all_their_values() -> None:
    request = RequestFactory().post("/?q=a%00b&q=c", {"title": ["x\x00", "y"], "na\x00me": "z"})
    through(request)
    assert request.GET.getlist("q") == ["ab", "c"]
    assert request.POST.getlist("title") == ["x", "y"]
    assert request.POST["name"] == "z"


TOO_LARGE = 10**25


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/go/page/{}/", "/go/topic/{}/", "/cs/links/add/topic/{}/", "/files/{}/preview/"])
def test_a_number_that_no_key_can_be_leads_nowhere(address: str) -> None:
    member = Client()
    member.force_login(UserFactory())
    assert member.get(address.format(TOO_LARGE)).status_code == 404


@pytest.mark.django_db
def test_a_made_up_number_in_a_form_is_no_choice() -> None:
    people = ModelMultipleChoiceField(User.objects.all())
    with pytest.raises(ValidationError, match=str(TOO_LARGE)):
        people.clean([str(UserFactory().pk), str(TOO_LARGE)])
    assert not User.objects.filter(pk__in=[TOO_LARGE, -TOO_LARGE])


def test_a_link_to_an_impossible_number_is_a_link_to_no_item() -> None:
    assert item_at(f"/cs/topics/{TOO_LARGE}/") is None


def test_files_survive_the_cleaning() -> None:
    file = SimpleUploadedFile("a.txt", b"con\x00tent")
    request = RequestFactory().post("/", {"title": "x\x00", "file": file})
    through(request)
    assert request.POST["title"] == "x"
    assert request.FILES["file"].read() == b"con\x00tent"


def test_json_is_left_to_its_reader() -> None:
    request = RequestFactory().post("/", "{}", content_type="application/json")
    through(request)
    assert request.body == b"{}"


def test_address_with_a_nul_byte_is_a_bad_request() -> None:
    assert Client().get("/cs/%00/").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/go/note/1/", "/go/nothing/1/", "/files/1/a.pdf"])
def test_unprefixed_address_of_ours_that_leads_nowhere_is_a_404_at_once(path: str) -> None:
    response = Client().get(path, headers={"Accept-Language": "en"})
    assert response.status_code == 404
    assert response["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("headers", "cookie", "leads_to"),
    [
        ({}, "", "/cs/"),
        ({"Accept-Language": "uk"}, "", "/uk/"),
        ({"Accept-Language": "fr"}, "", "/cs/"),
        ({"Accept-Language": "uk"}, "de", "/de/"),
    ],
)
def test_front_leads_to_the_readers_language(headers: dict[str, str], cookie: str, leads_to: str) -> None:
    client = Client(headers=headers)
    if cookie:
        client.cookies["language"] = cookie
    assert client.get("/")["Location"] == leads_to


@pytest.mark.django_db
def test_front_leads_a_member_to_her_language() -> None:
    client = Client(headers={"Accept-Language": "de"})
    client.force_login(UserFactory(language="sk"))
    assert client.get("/")["Location"] == "/sk/"


@pytest.mark.parametrize(
    ("value", "back", "cookie", "location"),
    [
        ("dark", "/cs/x/", "dark", "/cs/x/"),
        ("auto", "/cs/", "", "/cs/"),
        ("purple", "/cs/", "", "/cs/"),
        ("light", "https://evil.example/", "light", "/"),
        ("light", "//evil.example/", "light", "/"),
    ],
)
def test_theme_is_kept_and_leads_back_only_to_us(value: str, back: str, cookie: str, location: str) -> None:
    response = Client().post("/theme/", {"value": value, "next": back})
    assert response["Location"] == location
    assert (response.cookies["theme"].value if "theme" in response.cookies else "") == cookie


@pytest.mark.django_db
def test_visitor_gets_no_cookie_and_a_member_only_declared_ones() -> None:
    visitor, member = Client(), Client()
    visitor.get("/health/live")
    visitor.get("/go/note/1/")
    assert set(visitor.cookies) <= DECLARED_COOKIES - {"sessionid"}
    member.force_login(UserFactory())
    member.post("/theme/", {"value": "dark", "next": "/"})
    assert set(member.cookies) <= DECLARED_COOKIES
