"""The frame of every page: error pages, styleguide, theme, and that nothing in it needs an inline script or style."""

import re

import pytest
from django.conf import settings as settings_of_django
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.views.styleguide_samples import samples

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=")


@pytest.fixture
def embedded(settings) -> None:
    settings.MOSTY_EMBEDDED = True


@pytest.fixture
def styleguide(client: Client, embedded) -> str:
    return client.get(reverse("styleguide")).content.decode()


@pytest.mark.parametrize("name", ["400.html", "500.html"])
@pytest.mark.parametrize("language", ["cs", "en", "uk"])
def test_page_for_a_broken_server_needs_no_context_and_no_database(name, language, django_db_blocker) -> None:
    with translation.override(language), django_db_blocker.block():
        html = render_to_string(name)
    assert f'lang="{language}"' in html
    assert "<h1>" in html
    assert not INLINE.search(html)


@pytest.mark.parametrize("path", ["/cs/nothing-here/", "/cs/nothing/here/?q=1&b=ž"])
def test_lost_visitor_is_offered_sign_in_that_leads_back_and_a_search(client: Client, path: str) -> None:
    response = client.get(path)
    html = response.content.decode()
    assert response.status_code == 404
    assert f"{reverse('account_login')}?next=%2Fcs%2Fnothing" in html
    assert f'action="{reverse("search:search")}"' in html


def test_lost_visitors_see_the_same_page_whatever_they_looked_for(client: Client) -> None:
    one = client.get("/cs/platforms/999999-secret/").content.decode().replace("platforms%2F999999-secret", "x")
    other = client.get("/cs/platforms/999998-never/").content.decode().replace("platforms%2F999998-never", "x")
    strip = re.compile(r"/[a-z]{2}/platforms/99999\d-\w+/")
    assert strip.sub("", one) == strip.sub("", other)


def test_styleguide_is_not_there_for_visitors_in_production(client: Client, settings) -> None:
    settings.MOSTY_EMBEDDED = False
    assert client.get(reverse("styleguide")).status_code == 404


def test_styleguide_shows_every_sample(styleguide: str) -> None:
    for kind in samples()["kinds"]:
        assert f"kind--{kind}" in styleguide


def test_styleguide_shows_every_component(client: Client, embedded) -> None:
    shown = {template.name for template in client.get(reverse("styleguide")).templates}
    folder = settings_of_django.ROOT / "templates"
    there = {str(path.relative_to(folder)) for path in (folder / "components").glob("*.html")}
    assert sorted(there - shown - {"components/composer_draft.html"}) == []  # a draft needs a person who wrote it


def test_page_has_one_main_one_heading_and_nothing_inline(styleguide: str) -> None:
    assert len(re.findall(r"<main\b", styleguide)) == 1
    assert len(re.findall(r"<h1\b", styleguide)) == 1
    assert not INLINE.search(styleguide)


def test_every_id_is_unique_and_every_description_points_to_one(styleguide: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', styleguide)
    assert len(ids) == len(set(ids))
    for names in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', styleguide):
        assert set(names.split()) <= set(ids)


def test_nothing_comes_from_another_host(styleguide: str) -> None:
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', styleguide)


@pytest.mark.parametrize(("cookie", "expected"), [("dark", True), ("light", True), ("auto", False), ('"><x', False)])
def test_theme_is_set_by_the_server(client: Client, embedded, cookie: str, expected: bool) -> None:
    client.cookies["theme"] = cookie
    html = client.get(reverse("styleguide")).content.decode()
    assert (f'data-theme="{cookie}"' in html) is expected


def test_theme_form_needs_no_token(embedded) -> None:
    visitor = Client(enforce_csrf_checks=True)
    answer = visitor.post(reverse("theme"), {"value": "dark", "next": "/cs/"})
    assert (answer.status_code, answer["Location"], answer.cookies["theme"].value) == (302, "/cs/", "dark")
