"""Pictures and documents: served to those who satisfy their audience, and to nobody by their path alone."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Picture

from cms.models import SiteDocument, SiteImage
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


def test_a_picture_is_stored_without_what_the_camera_wrote_into_it():
    data = io.BytesIO()
    exif = Picture.Exif()
    exif[0x010F] = "Camera of Jana"
    Picture.new("RGB", (40, 30), "teal").save(data, "JPEG", exif=exif)
    image = ImageFactory(file=ContentFile(data.getvalue(), name="foto.jpg"))
    for file in (image.file, image.get_rendition("max-20x20|format-jpeg").file):
        file.open()
        content = file.read()
        file.close()
        assert b"Camera of Jana" not in content
    assert (image.width, image.height, image.file_size) == (40, 30, image.file.size)


def test_a_picture_that_is_none_is_refused_on_the_field(client):
    client.force_login(UserFactory(admin=True), backend=BACKEND)
    answer = client.post("/admin/images/add/", {"title": "x", "file": ContentFile(b"<svg/>", name="x.png")})
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]


def test_an_editor_adds_a_picture_and_a_document(client):
    client.force_login(UserFactory(admin=True), backend=BACKEND)
    assert "platform:" not in client.get("/admin/images/add/").text.split("id_audience")[1].split("</select>")[0]
    data = io.BytesIO()
    Picture.new("RGB", (40, 30), "teal").save(data, "PNG")
    image = {"title": "Obraz", "file": ContentFile(data.getvalue(), name="o.png"), "credit": "", "audience": SITE}
    assert client.post("/admin/images/add/", image).status_code == 302
    assert SiteImage.objects.get(title="Obraz").audience_id == SITE
    document = {"title": "Vzor", "file": ContentFile(b"text", name="v.txt"), "language": "cs", "audience": PUBLIC}
    assert client.post("/admin/documents/add/", document).status_code == 302
    assert SiteDocument.objects.get(title="Vzor").language == "cs"
