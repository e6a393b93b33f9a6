"""Pages of funded projects: every fact has its field, and the funder's sentence comes from one place."""

import datetime as dt

import pytest
from django.template.loader import render_to_string

from cms.models import FundedProjectPage, FunderAcknowledgement, FunderLogo, ProjectPartner
from core.audiences import SITE
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory
from tests.factories.cms import DocumentFactory, ImageFactory
from tests.factories.vocabulary import CallFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def acknowledgement(home):
    made = FunderAcknowledgement.objects.create(
        name="ESF", sentence={"cs": "Podpořeno z ESF.", "en": "Supported by the ESF."}, in_footer=True, in_mail=True
    )
    FunderLogo.objects.create(acknowledgement=made, image=ImageFactory(title="Evropská unie"), sort_order=0)
    return made


@pytest.fixture
def project(acknowledgement):
    programme = ProgrammeFactory(code="OPZ", names={"cs": "Operační program Zaměstnanost"})
    page = pages.project(
        title="Města a inkluzivní strategie",
        slug="mesta",
        acronym="MIS",
        programme=programme,
        web="https://example.org/",
        call=CallFactory(code="OPZ-124", number="124", programme=programme, names={"cs": "Inovační prostředí"}),
        registration_number="CZ.1",
        starts_on=dt.date(2017, 9, 1),
        ends_on=dt.date(2020, 8, 1),
        logo=ImageFactory(),
        goals_text="<p>Zhodnotit integraci</p>",
        activities="<p>Mapování</p>",
        role_contact="koordinace projektu",
        acknowledgement=acknowledgement,
    )
    page.partners.add(ProjectPartner(role="lead", name="Sdružení", country="CZ", logo=ImageFactory()))
    page.partners.add(ProjectPartner(role="partner", name="Kraj", name_en="Region", country="CZ"))
    page.downloads.create(document=DocumentFactory(title="Manuál"), sort_order=0)
    page.save_revision().publish()
    return page


def test_every_fact_is_shown(client, project):
    text = client.get(project.get_absolute_url()).text
    for fact in (
        "MIS",
        "Operační program Zaměstnanost",
        "124: Inovační prostředí",
        "CZ.1",
        'datetime="2017-09-01"',
        "Zhodnotit integraci",
        "Mapování",
        "koordinace projektu",
        "Sdružení",
        "Kraj",
        "Manuál",
        "Podpořeno z ESF.",
        "https://example.org/",
    ):
        assert fact in text, fact


def test_dates_are_told_to_the_month(client, project):
    text = client.get(project.get_absolute_url()).text
    assert ">září 2017</time>".replace(" ", "\N{NO-BREAK SPACE}") in text


def test_the_funders_sentence_stands_in_the_footer_in_the_language_of_the_interface(client, project):
    assert "Supported by the ESF." in client.get("/en/areas/").text
    assert 'alt="Evropská unie"' in client.get("/en/areas/").text


def test_a_changed_sentence_shows_at_once(client, project, acknowledgement):
    client.get("/cs/areas/")
    acknowledgement.sentence = {"cs": "Jiná věta."}
    acknowledgement.save()
    assert "Jiná věta." in client.get("/cs/areas/").text


def test_names_in_english_for_english_readers(client, project):
    assert "Region" in client.get("/en/projekty/mesta/").text


def test_a_part_of_a_project_stands_below_it_and_not_in_the_list(client, project):
    pages.make(FundedProjectPage, parent=project, title="Se sousedy odjinud", slug="se-sousedy")
    assert "Se sousedy odjinud" in client.get("/cs/projekty/mesta/").text
    assert "Se sousedy odjinud" not in client.get("/cs/projekty/").text


def test_news_of_a_project_are_listed_on_it(client, project):
    pages.news(title="Výstup projektu", project=project)
    assert "Výstup projektu" in client.get("/cs/projekty/mesta/").text


def test_a_project_of_which_little_is_known_has_a_page(client, home):
    page = pages.project(title="INTEGRO")
    assert client.get(page.get_absolute_url()).status_code == 200


def test_logos_for_few_are_shown_to_them_alone(client, home):
    page = pages.project(logo=ImageFactory(title="Tajné logo", audience_id=SITE))
    page.partners.add(ProjectPartner(role="lead", name="Sdružení", logo=ImageFactory(title="Skryté", audience_id=SITE)))
    page.save_revision().publish()
    text = client.get(page.get_absolute_url()).text
    assert "Sdružení" in text
    assert "Tajné logo" not in text
    assert "Skryté" not in text
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    text = client.get(page.get_absolute_url()).text
    assert "Tajné logo" in text
    assert "Skryté" in text


def test_sentence_and_logos_end_every_mail_in_the_recipients_language(acknowledgement, settings):
    settings.BASE_URL = "https://mosty.example.org"
    context = {"language": "en", "base_url": settings.BASE_URL, "site_name": "Mosty"}
    html, text = render_to_string("emails/base.html", context), render_to_string("emails/base.txt", context)
    assert "Supported by the ESF." in html
    assert "Supported by the ESF." in text
    assert 'src="https://mosty.example.org/media/' in html
    assert 'alt="Evropská unie"' in html
