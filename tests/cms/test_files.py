"""Pictures and documents: served to those who satisfy their audience, and to nobody by their path alone."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from core.audiences import PUBLIC, SITE
from tests.factories.accounts import UserFactory
from tests.factories.cms import DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def fetch(client, address):
    """Read an answer to its end, as a server does."""
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer


def addresses(rule):
    image = ImageFactory(audience_id=rule)
    return [image.file.url, image.get_rendition("max-100x100").url, DocumentFactory(audience_id=rule).url]


@pytest.mark.parametrize(
    ("rule", "person", "status"),
    [(PUBLIC, None, 200), (PUBLIC, "member", 200), (SITE, None, 404), (SITE, "member", 200), (SITE, "suspended", 404)],
)
def test_audience_decides(client, rule, person, status):
    if person:
        client.force_login(UserFactory(suspended=person == "suspended"), backend=BACKEND)
    assert {fetch(client, address).status_code for address in addresses(rule)} == {status}


def test_what_is_for_members_is_not_kept_by_caches(client):
    client.force_login(UserFactory(), backend=BACKEND)
    for address in addresses(SITE):
        assert fetch(client, address).headers["Cache-Control"] == "private, no-store"
    for address in addresses(PUBLIC):
        assert fetch(client, address).headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize(
    "path", ["../mosty.sqlite3", "%2e%2e/secret_key", "x.png", "original_images/", "a\\b", "avatars/1.png"]
)
def test_nothing_else_lies_open(client, path):
    default_storage.save("avatars/1.png", ContentFile(b"x"))
    assert fetch(client, f"/media/{path}").status_code in {400, 404}


def test_a_document_is_served_under_its_own_name_only(client):
    document = DocumentFactory()
    assert fetch(client, f"/documents/{document.pk}/jiny.txt").status_code == 404
    assert fetch(client, "/documents/999999/x.txt").status_code == 404


def test_a_file_that_is_not_text_or_pdf_is_downloaded(client):
    document = DocumentFactory(file=ContentFile(b"x", name="tabulka.xlsx"))
    answer = fetch(client, document.url)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_lost_file_is_404(client):
    document = DocumentFactory()
    document.file.storage.delete(document.file.name)
    assert fetch(client, document.url).status_code == 404


def test_size_is_stored_with_the_row():
    assert DocumentFactory().file_size == 4
