"""A site without the demo: everything is made once, edited pages are left alone, and the legal pages are there."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Site

from cms.models import BasePage, HomePage, StandardPage
from cms.services.start import start_pages
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def started():
    return list(start_pages())


def test_it_makes_languages_home_handbook_news_projects_and_legal_pages(started, client, settings):
    assert set(Locale.objects.values_list("language_code", flat=True)) == {code for code, _name in settings.LANGUAGES}
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get(locale__language_code="cs")
    for path in ("", "prirucka/", "novinky/", "projekty/", "about/", "privacy/", "terms/", "accessibility/", "help/"):
        assert client.get(f"/cs/{path}").status_code == 200
    for code in ("en", "sk", "de", "uk"):
        assert client.get(f"/{code}/privacy/").status_code == 200


def test_the_legal_texts_are_whole_in_five_languages_that_belong_together(started):
    for slug in ("privacy", "terms", "accessibility"):
        texts = [page.specific for page in BasePage.objects.filter(slug=slug)]
        assert {page.language for page in texts} == {"cs", "en", "sk", "de", "uk"}
        headings = [sum(block.block_type == "heading" for block in page.body) for page in texts]
        assert len(set(headings)) == 1
        assert headings[0] >= 4
    czech = StandardPage.objects.get(slug="privacy", locale__language_code="cs")
    assert {page.language for page in czech.get_translations()} == {"en", "sk", "de", "uk"}


def test_the_five_steps_lead_the_administrator_somewhere(started, client):
    client.force_login(UserFactory(admin=True), backend="django.contrib.auth.backends.ModelBackend")
    for language in ("cs", "en"):
        steps = client.get(f"/{language}/").text.split("<ol>")[1].split("</ol>")[0]
        hrefs = re.findall('href="([^"]+)"', steps)
        assert len(hrefs) == len(set(hrefs)) == 5
        for href in hrefs:
            assert client.get(href, follow=True).status_code == 200


def test_running_it_again_makes_nothing_and_leaves_edits_alone(started):
    page = StandardPage.objects.get(slug="privacy", locale__language_code="cs")
    page.title = "Naše znění"
    page.save_revision().publish()
    count = BasePage.objects.count()
    assert list(start_pages()) == []
    page.refresh_from_db()
    assert (page.title, BasePage.objects.count()) == ("Naše znění", count)


def test_the_privacy_text_names_the_controller_and_every_page_leads_to_it(started, client, settings):
    text = client.get("/en/privacy/").text
    assert settings.CONTROLLER_NAME in text
    assert "{controller" not in text
    text = client.get("/en/areas/").text
    for href in ("/en/privacy/", "/en/accessibility/", "/en/handbook/", "/en/news/"):
        assert f'href="{href}"' in text


def test_the_command_makes_an_administrator_once_and_none_without_an_address(capsys):
    people = get_user_model().objects.filter(is_superuser=True)
    call_command("start_site", no_input=True)
    assert not people.exists()
    assert "--admin-email" in capsys.readouterr().out
    call_command("start_site", admin_email="spravce@example.org", no_input=True)
    call_command("start_site", admin_email="jiny@example.org", no_input=True)
    assert [person.email for person in people] == ["spravce@example.org"]
    assert "made administrator spravce@example.org" in capsys.readouterr().out


def test_the_embedded_site_prints_a_password_that_works_once(settings, capsys, client):
    settings.MOSTY_EMBEDDED = True
    call_command("start_site")
    password = capsys.readouterr().out.split("shown only now: ")[1].split()[0]
    assert get_user_model().objects.get(email="admin@example.org").check_password(password)


def test_a_wrong_address_is_an_error_before_anything_is_made():
    with pytest.raises(CommandError):
        call_command("start_site", admin_email="nic", no_input=True)
    assert not BasePage.objects.exists()


def test_an_editor_may_write_and_publish_but_sees_no_settings(started, client):
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    home = HomePage.objects.get(locale__language_code="cs")
    assert client.get(f"/admin/pages/{home.pk}/edit/").status_code == 200
    assert 'name="action-publish"' in client.get(f"/admin/pages/{home.pk}/edit/").text
    assert client.get("/admin/images/").status_code == 200
    assert client.get("/admin/sites/").status_code in {302, 403}
