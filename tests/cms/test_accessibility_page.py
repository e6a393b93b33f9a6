"""The accessibility statement: in five languages from the start, a draft until it is confirmed, with a way to write."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cms.models import AccessibilityPage, BasePage
from cms.models.accessibility import Compliance
from cms.services.authoring import publish
from cms.services.start import start_pages
from tests.factories import cms as pages

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 21)
DRAFT = {"cs": "Tohle je návrh", "en": "This is a draft"}


@pytest.fixture
def czech():
    list(start_pages())
    return AccessibilityPage.objects.get(slug="accessibility", locale__language_code="cs")


def test_the_start_makes_it_in_five_languages_that_belong_together(czech):
    others = AccessibilityPage.objects.filter(translation_key=czech.translation_key)
    assert {page.language for page in others} == {"cs", "en", "sk", "de", "uk"}
    headings = [[block.block_type for block in page.body] for page in others]
    assert all(kinds == headings[0] for kinds in headings)
    assert headings[0].count("heading") == 6


def test_it_names_the_operator_the_law_and_the_authority(czech, client, settings):
    for language in ("cs", "en", "sk", "de", "uk"):
        text = client.get(f"/{language}/accessibility/").text.replace("\N{NO-BREAK SPACE}", " ")
        for part in (
            settings.CONTROLLER_NAME,
            settings.CONTROLLER_CONTACT,
            "99/2019",
            "2016/2102",
            "301 549",
            "dia.gov.cz",
        ):
            assert part in text
        assert f'href="/{language}/feedback/"' in text


def test_it_is_a_draft_until_it_is_confirmed(czech, client):
    assert "notice--warn" in client.get("/cs/accessibility/").text
    czech.confirmed, czech.prepared_on, czech.compliance = True, DAY, Compliance.FULL
    publish(czech)
    text = client.get("/cs/accessibility/").text
    assert "notice--warn" not in text
    assert '<time datetime="2026-11-21"' in text
    with translation.override("cs"):
        assert str(Compliance.FULL.label) in text


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"confirmed": True}, "prepared_on"),
        ({"prepared_on": DAY, "reviewed_on": DAY - dt.timedelta(days=1)}, "reviewed_on"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(czech, fields, fault):
    for name, value in fields.items():
        setattr(czech, name, value)
    with pytest.raises(ValidationError) as error:
        czech.full_clean()
    assert fault in error.value.message_dict


def test_a_plain_page_that_stands_there_already_is_left_alone(home):
    own = pages.plain(title="Naše prohlášení", slug="accessibility")
    list(start_pages())
    assert list(BasePage.objects.child_of(home).filter(slug="accessibility")) == [BasePage.objects.get(pk=own.pk)]
