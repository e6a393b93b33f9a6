"""Addresses of pages: own language, translation, no translation, hidden, and our own routes."""

import pytest

from core.audiences import SITE
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(home):
    return pages.plain(slug="o-nas", title="O nás", body=[("paragraph", "<p>Ahoj</p>")])


def test_a_page_answers_under_its_language(client, about):
    answer = client.get("/cs/o-nas/")
    assert answer.status_code == 200
    assert "Ahoj" in answer.text


def test_without_a_translation_the_page_is_shown_with_a_notice_and_canonical_to_the_original(client, about):
    answer = client.get("/en/o-nas/")
    assert answer.status_code == 200
    assert "This page has no translation yet" in answer.text
    assert '<link rel="canonical" href="http://localhost:8000/cs/o-nas/">' in answer.text
    assert '<article lang="cs">' in answer.text
    assert "noindex" in answer.text


def test_the_address_of_the_original_leads_to_the_translation(client, about):
    pages.plain(language="en", slug="about-us", title="About us", translation_of=about)
    assert client.get("/en/o-nas/").headers["Location"] == "/en/about-us/"
    assert client.get("/cs/about-us/").headers["Location"] == "/cs/o-nas/"


def test_the_switcher_leads_to_the_translation_and_says_where_there_is_none(client, about):
    pages.plain(language="en", slug="about-us", title="About us", translation_of=about)
    links = {link.code: link for link in client.get("/cs/o-nas/").context["language_links"]}
    assert links["en"].href == "/en/about-us/"
    assert not links["en"].missing
    assert links["de"].href == "/de/o-nas/"
    assert links["de"].missing


def test_alternates_name_only_live_translations(client, about):
    english = pages.plain(language="en", slug="about-us", title="About us", translation_of=about)
    assert 'hreflang="en" href="http://localhost:8000/en/about-us/"' in client.get("/cs/o-nas/").text
    english.unpublish()
    assert 'hreflang="en" href="http' not in client.get("/cs/o-nas/").text


def test_home_answers_in_every_language_of_the_interface(client, home):
    for code in ("cs", "en", "sk", "de", "uk"):
        assert client.get(f"/{code}/").status_code == 200


def test_an_empty_home_page_leaves_the_word_to_one_that_says_something(client, home):
    pages.home("uk")
    assert client.get("/uk/").context["page"].language == "uk"
    home.body = [("hero", {"heading": "Místo, kde se lidé potkávají", "lead": ""})]
    home.save_revision().publish()
    answer = client.get("/uk/")
    assert answer.context["page"].language == "cs"
    assert "potkávají" in answer.text


def test_a_draft_and_a_page_for_members_are_the_same_404(client, home):
    pages.plain(slug="koncept-x").unpublish()
    pages.plain(slug="clenske-x", own_audience_id=SITE)
    slugs = ("koncept-x", "clenske-x", "nebylo-x")
    answers = [client.get(f"/cs/{slug}/") for slug in slugs]
    texts = [answer.text.replace(slug, "") for slug, answer in zip(slugs, answers, strict=True)]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len(set(texts)) == 1


def test_a_member_reads_a_page_for_members(client, home):
    pages.plain(slug="members", own_audience_id=SITE, title="Jen pro členy")
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert "Jen pro členy" in client.get("/cs/members/").text


def test_a_hidden_translation_is_not_named_in_the_switcher(client, about):
    pages.plain(language="en", slug="about-us", title="About us", translation_of=about, own_audience_id=SITE)
    links = {link.code: link for link in client.get("/cs/o-nas/").context["language_links"]}
    assert links["en"].missing


@pytest.mark.parametrize("path", ["/cs/x/", "/cs/%00/", "/cs/" + "a/" * 500, "/cs/_/"])
def test_nonsense_is_404_or_400(client, about, path):
    assert client.get(path).status_code in {400, 404}


def test_an_empty_home_shows_five_steps_to_administrators_only(client, home):
    assert "wagtailadmin" not in client.get("/en/").text
    assert "Your next five steps" not in client.get("/en/").text
    client.force_login(UserFactory(admin=True), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/en/")
    assert "Your next five steps" in page.text
    assert page.text.count("<li><a href=") >= 5


def test_an_old_slug_redirects(client, about, django_capture_on_commit_callbacks):
    about.slug = "o-mostech"
    with django_capture_on_commit_callbacks(execute=True):
        about.save_revision().publish()
    assert client.get("/cs/o-nas/").headers["Location"] == "/cs/o-mostech/"
