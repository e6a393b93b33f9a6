"""Guards the reader's trust: every kind of page says who wrote it, for whom, in which language and when."""

import datetime as dt
import re
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from accounts.models import Shown
from accounts.services.profile import change_profile
from cms.models import (
    BasePage,
    FundedProjectPage,
    HandbookIndexPage,
    HandbookPage,
    HandbookPartPage,
    NewsPage,
    PageAuthor,
    StandardPage,
)
from core.kinds import all_kinds, get_kind
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory
from tests.visibility import MAKERS, stage

pytestmark = pytest.mark.django_db
BYLINE = re.compile(r'data-byline="([^"]*)"')

# What bears no byline, and why not.
LISTS = {
    "cms.HomePage": "composed of what others wrote; each part names its own",
    "cms.NewsIndexPage": "a list; each piece of news names its own",
    "cms.ProjectIndexPage": "a list; each project names its own",
}
NO_TEXT = {
    "forum": "a list of topics; each names its author",
    "territory": "a place: nobody wrote it",
}
MODELS = sorted(
    (model for model in apps.get_models() if issubclass(model, BasePage) and model.is_creatable),
    key=lambda model: model._meta.label,
)
PARENTS: dict[Any, Any] = {
    HandbookIndexPage: pages.home,
    HandbookPartPage: pages.handbook_index,
    HandbookPage: pages.handbook_part,
    NewsPage: pages.news_index,
    FundedProjectPage: pages.project_index,
}
DAY = dt.date(2026, 11, 5)


def page_of(model: Any) -> Any:
    """Return a page of a model with everything filled in that its kind holds."""
    pages.home("cs")
    parent = next((make() for kind, make in PARENTS.items() if issubclass(model, kind)), pages.home("cs"))
    names = {field.name for field in model._meta.get_fields()}
    days = {name: DAY for name in ("valid_as_of", "reviewed_on", "prepared_on") if name in names}
    page = pages.make(model, parent=parent, organisation=OrganisationFactory(name="Síť obcí"), **days)
    page.authors.add(PageAuthor(name="Jana Psavá"))
    page.save_revision().publish()
    return page


def said_by(answer: Any) -> list[str]:
    """Return the codes of what the byline of a page says."""
    found = BYLINE.search(answer.text)
    assert found, "no byline on the page"
    return found[1].split()


@pytest.mark.parametrize("model", [model for model in MODELS if model._meta.label not in LISTS], ids=str)
def test_every_model_of_a_page_has_a_byline(client: Client, model: Any) -> None:
    answer = client.get(page_of(model).get_absolute_url())
    said = said_by(answer)
    assert {"who", "organisation", "language", "published"} <= set(said)
    assert "Jana Psavá" in answer.text
    assert "Síť obcí" in answer.text


@pytest.mark.parametrize("model", [NewsPage, StandardPage, *HandbookPage.__subclasses__()], ids=str)
def test_what_may_grow_old_says_as_of_when_it_holds(client: Client, model: Any) -> None:
    assert "valid" in said_by(client.get(page_of(model).get_absolute_url()))


def test_nothing_is_excused_that_is_not_there() -> None:
    assert set(LISTS) <= {model._meta.label for model in MODELS}
    assert set(NO_TEXT) <= {kind.code for kind in all_kinds()}


@pytest.mark.parametrize("code", sorted(set(MAKERS) - set(NO_TEXT)))
def test_every_kind_of_item_has_a_byline(client: Client, code: str) -> None:
    scene = stage()
    item = MAKERS[code](scene)
    if code == "person":
        change_profile(item, by=item, changes={"shown_to": Shown.EVERYBODY})
    answer = client.get(get_kind(code).address(item), follow=True)
    assert answer.status_code == 200
    assert said_by(answer)


def test_the_kinds_above_are_all_kinds_there_are() -> None:
    assert {kind.code for kind in all_kinds()} == set(MAKERS)


def test_an_author_is_a_link_only_for_those_who_may_see_her_page(client: Client) -> None:
    author = UserFactory(name="Olga Autorová")
    page = page_of(StandardPage)
    page.authors.add(PageAuthor(person=author))
    page.save_revision().publish()
    address, profile = page.get_absolute_url(), author.get_absolute_url()
    assert "Olga Autorová" in client.get(address).text
    assert profile not in client.get(address).text
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert f'href="{profile}"' in client.get(address).text
