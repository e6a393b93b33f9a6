"""Files under a reply: taken, described, downloaded by those who may read it, and not there for anybody else."""

import io
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.person import Person, czech

MEMBERS_FORUM = "/cs/forums/narodni/members/"
MINUTES = b"Ukoly do jara: sepsat seznam tlumocniku.\n"


@pytest.fixture
def topic(open_window: Open) -> str:
    """A topic that only members of a platform read."""
    author = open_window()
    author.play("administrator")
    return author.start_topic(forum=MEMBERS_FORUM, title=f"Přílohy {uuid4().hex[:6]}", text="Pošlete, co máte.")


def attach(person: Person) -> None:
    """Choose a text and a picture."""
    picture = io.BytesIO()
    Image.new("RGB", (640, 400), "teal").save(picture, "PNG")
    person.unfold("Attachments")
    person.main.locator("input[type=file]").set_input_files(
        [
            {"name": "úkoly.txt", "mimeType": "text/plain", "buffer": MINUTES},
            {"name": "nástěnka.png", "mimeType": "image/png", "buffer": picture.getvalue()},
        ]
    )


def test_files_are_attached_described_and_read_by_members_alone(
    topic: str, open_window: Open, javascript: bool
) -> None:
    person, visitor = open_window(javascript=javascript), open_window(javascript=javascript)
    person.play("editor", onward=topic)
    text = "Tady je zápis a fotka nástěnky."
    person.write(text)
    attach(person)
    if javascript:
        expect(person.main.locator(".attach__row")).to_have_count(2)  # taken at once
    person.send()

    description = person.main.get_by_label(czech("What can be seen in the picture"))
    expect(person.main.locator(".error-summary")).to_contain_text("nástěnka.png")
    assert person.text_in_composer() == text
    description.fill("Nástěnka se seznamem úkolů")
    person.send()

    files = person.main.locator("article.post").last.locator(".attachment")
    expect(files).to_have_count(2)
    expect(files.locator("img")).to_have_attribute("alt", "Nástěnka se seznamem úkolů")
    with person.page.expect_download() as download:
        files.filter(has_text="úkoly.txt").get_by_role("link").click()
    assert download.value.suggested_filename == "úkoly.txt"
    assert download.value.path().read_bytes() == MINUTES

    for link in files.get_by_role("link").all():
        assert visitor.open(link.get_attribute("href") or "") == 404


def test_a_file_that_only_pretends_is_refused_by_name(open_window: Open, javascript: bool) -> None:
    person = open_window(javascript=javascript)
    person.play("editor", onward="/cs/forums/narodni/public/")
    person.main.locator(".rows h2 a").first.click()
    person.write("Posílám obrázek.")
    person.unfold("Attachments")
    page = b"<!doctype html><script>alert(1)</script>"
    person.main.locator("input[type=file]").set_input_files(
        [{"name": "obrázek.png", "mimeType": "image/png", "buffer": page}]
    )
    if not javascript:
        person.send()

    expect(person.main.locator(".attach__error, .error-summary").first).to_contain_text("obrázek.png")
    expect(person.main.locator(".attach__row")).to_have_count(0)
