"""Editing in the administration: slugs of routes are refused, audiences have names, translation works."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.models import NewsPage, StandardPage
from cms.services.route_words import route_words
from core.audiences import SITE
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.vocabulary import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, home):
    client.force_login(UserFactory(admin=True), backend="django.contrib.auth.backends.ModelBackend")
    return client


def formset(name):
    counts = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    return {f"{name}-{key}": value for key, value in counts.items()}


def form(**changes):
    fields = ("summary", "note", "own_audience", "organisation", "platform")
    body = streamfield([("paragraph", rich_text("<p>Ahoj</p>"))])
    data = {"title": "Stránka", "slug": "stranka", "body": body, "action-publish": "1", **dict.fromkeys(fields, "")}
    return nested_form_data({**data, **formset("downloads"), **formset("authors"), **formset("comments"), **changes})


def create(admin, parent, **changes):
    return admin.post(reverse("wagtailadmin_pages:add", args=["cms", "standardpage", parent.pk]), form(**changes))


def test_an_editor_publishes_a_page(admin, home):
    assert create(admin, home).status_code == 302
    page = StandardPage.objects.get(slug="stranka")
    assert (page.live, page.kind, page.language) == (True, "page", "cs")
    assert "Ahoj" in page.plain_text


def test_route_words_are_read_from_the_routes():
    assert {"platforms", "organisations", "search", "accounts", "areas", "territories", "topics"} <= route_words()
    assert "" not in route_words()


@pytest.mark.parametrize("slug", sorted({"platforms", "search", "accounts", "topics", "me"}))
def test_a_slug_of_our_routes_is_refused_on_the_field(admin, home, slug):
    answer = create(admin, home, slug=slug)
    assert answer.status_code == 200
    assert answer.context["form"].errors["slug"]


def test_the_same_word_is_free_deeper_in_the_tree(admin, home):
    assert create(admin, pages.plain(), slug="platforms").status_code == 302


def test_an_editor_chooses_who_may_read_by_name(admin, home):
    edit = admin.get(reverse("wagtailadmin_pages:add", args=["cms", "standardpage", home.pk]))
    assert "signed-in members" in edit.text or "přihlášení" in edit.text
    create(admin, home, own_audience=SITE)
    assert StandardPage.objects.get(slug="stranka").audience_id == SITE


def test_the_privacy_button_and_its_address_are_gone(admin, home):
    page = pages.plain()
    assert admin.get(f"/admin/pages/{page.pk}/privacy/").status_code == 404
    assert "set-privacy" not in admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text


@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin_home",
        "wagtailadmin_explore_root",
        "wagtailimages:index",
        "wagtaildocs:index",
    ],
)
def test_pages_of_the_administration_answer(admin, name):
    assert admin.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    "model", ["newspage", "toolpage", "goalpage", "indicatorpage", "situationpage", "areapage", "chapterpage"]
)
def test_every_kind_has_its_form(admin, home, model):
    parent = pages.news_index() if model == "newspage" else pages.handbook_part()
    assert admin.get(reverse("wagtailadmin_pages:add", args=["cms", model, parent.pk])).status_code == 200


def test_a_project_has_its_form(admin, home):
    address = reverse("wagtailadmin_pages:add", args=["cms", "fundedprojectpage", pages.project_index().pk])
    assert admin.get(address).status_code == 200


def test_a_preview_shows_the_draft(admin, home):
    page = pages.plain(title="Živá")
    page.title = "Rozepsaná"
    page.save_revision()
    text = admin.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).text
    assert "Rozepsaná" in text


def test_a_page_is_translated_through_wagtail_localize(home, django_capture_on_commit_callbacks):
    page = pages.news(
        title="Výzva",
        summary="Shrnutí",
        news_kind="call",
        amount="2 miliony",
        body=[("paragraph", "<p>Ahoj světe</p>")],
        areas=[AreaFactory(code="BYD")],
    )
    pages.news_index("en")
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english)
    words = {"Výzva": "A call", "Shrnutí": "Summary", "2 miliony": "2 million", "Ahoj světe": "Hello world"}
    for segment in source.stringsegment_set.select_related("string", "context"):
        text = words.get(segment.string.data, segment.string.data)
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=english,
            data=text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    translated = NewsPage.objects.get(translation_key=page.translation_key, locale=english)
    assert (translated.title, translated.summary, translated.amount) == ("A call", "Summary", "2 million")
    assert (translated.live, translated.news_kind) == (True, "call")
    assert "Hello world" in translated.plain_text
    assert [area.code for area in translated.areas.all()] == ["BYD"]


def test_an_address_is_made_of_the_title_without_accents(home):
    page = pages.make(StandardPage, parent=home, title="Města a inkluzivní strategie", slug="")
    assert page.slug == "mesta-a-inkluzivni-strategie"


def test_the_editor_saves_when_told_to(admin, home):
    """Saved by itself while it is published, a page would get each new partner and download twice."""
    answer = admin.get(reverse("wagtailadmin_pages:edit", args=[pages.plain().pk]))
    assert answer.context["autosave_enabled"] is False
