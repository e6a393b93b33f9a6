"""Pages for what went wrong: a drawing, one heading, helpful words and a way out; none asks the database in vain."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import path
from django.utils import translation
from django.views.decorators.http import require_GET

from core.viewer import VISITOR
from tests.factories.accounts import UserFactory


@require_GET
def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@require_GET
def misunderstand(request: HttpRequest) -> HttpResponse:
    raise BadRequest


@require_GET
def lose_database(request: HttpRequest) -> HttpResponse:
    raise OperationalError("the database is gone")


from config.urls import urlpatterns as house  # noqa: E402  after the views that join them

urlpatterns = [
    path("x/403/", refuse),
    path("x/400/", misunderstand),
    path("x/500/", lose_database),
    *house,
]


def shown(client: Client, number: str, settings: Any) -> str:
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    answer = client.get(f"/x/{number}/" if number != "404" else "/cs/neni/tu/")
    assert answer.status_code == int(number)
    return answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["400", "403", "404", "500"])
def test_each_has_a_drawing_one_heading_and_the_way_home(client: Client, settings: Any, number: str) -> None:
    page = shown(client, number, settings)
    assert page.count("<h1") == 1
    assert 'class="drawing"' in page
    assert re.search(r'<a [^>]*href="/cs/"', page)


@pytest.mark.django_db
def test_a_visitor_whom_a_page_is_refused_may_sign_in_and_return(client: Client, settings: Any) -> None:
    assert "/cs/accounts/login/?next=%2Fx%2F403%2F" in shown(client, "403", settings)
    assert "/cs/accounts/login/?next=%2Fcs%2Fneni%2Ftu%2F" in shown(client, "404", settings)


@pytest.mark.django_db
def test_a_member_is_offered_a_search_and_no_sign_in(client: Client, settings: Any) -> None:
    client.force_login(UserFactory())
    page = shown(client, "404", settings)
    assert 'id="lost-search"' in page
    assert "accounts/login" not in page


@pytest.mark.parametrize("name", ["500.html", "400.html"])
@pytest.mark.parametrize("language", ["cs", "en", "de", "uk", "sk"])
def test_without_a_database_it_still_speaks_the_readers_language(name: str, language: str) -> None:
    with translation.override(language):
        page = render_to_string(name)
        assert f'<html lang="{language}">' in page
        assert translation.gettext("To the home page") in page


@pytest.mark.django_db
def test_too_often_says_how_long_and_what_became_of_a_text() -> None:
    request = RequestFactory().get("/cs/")
    request.viewer, request.user = VISITOR, AnonymousUser()
    assert "v tomto prohlížeči" not in render_to_string("429.html", request=request)
    request.user = UserFactory()
    assert 'class="drawing"' in render_to_string("429.html", request=request)
