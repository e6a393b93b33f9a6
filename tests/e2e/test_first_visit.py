"""The first visit, with nothing kept from another one: how much comes, from whom, and whether the page holds still."""

import gzip
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, Response, expect

from tests.e2e.conftest import Open
from tests.e2e.kinds import FORUM, TOPIC
from tests.e2e.person import Person
from tests.e2e.reaching import way_to

KB = 1000
HANDBOOK = "/cs/prirucka/nastroje/tlumoceni/"
PAGES = {
    "home": ("/cs/",),
    "list": ("/cs/topics/",),
    "topic": (FORUM, TOPIC),
    "handbook": (HANDBOOK,),
    "search": ("/cs/search/?q=ubytovny",),
}
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
EDITOR = "/django_prose_editor/editor.js"
STILL = 0.05
# The browser keeps its record of shifts from the beginning; those a person causes herself do not count.
SHIFTS = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(sum), 300);
})"""


@dataclass
class Wire:
    """What came while a page was opened, and what the console said."""

    came: list[Response] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note everything from now on."""
        page.on("response", lambda answer: self.came.append(answer))  # noqa: PLW0108  Playwright refuses a built-in
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))

    def weights(self, kind: str) -> dict[str, int]:
        """Return what came of a kind ("stylesheet", "script") by its address, in bytes as a server compresses it."""
        found = [answer for answer in self.came if answer.request.resource_type == kind]
        return {answer.url: len(gzip.compress(answer.body(), compresslevel=6)) for answer in found}

    @property
    def editor_came(self) -> bool:
        """Say whether the editor was among it."""
        return any(EDITOR in answer.url for answer in self.came)


def visit(person: Person, way: tuple[str, ...]) -> Wire:
    """Open the page at the end of a way; only the last step is a visit."""
    start, *follow = way
    address = way_to(person, start, follow=tuple(follow))
    wire = Wire()
    wire.listen(person.page)
    assert person.open(address) == 200
    person.page.wait_for_load_state("networkidle")
    return wire


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_little_comes_and_the_page_holds_still(open_window: Open, name: str, size: str) -> None:
    person = open_window(viewport=SIZES[size])
    wire = visit(person, PAGES[name])
    sheets, scripts = wire.weights("stylesheet"), wire.weights("script")
    assert 0 < sum(sheets.values()) <= 40 * KB, sheets
    assert 0 < sum(scripts.values()) <= 60 * KB, scripts
    assert wire.said == []
    assert not wire.editor_came
    shifted: Any = person.page.evaluate(SHIFTS)
    assert shifted <= STILL


def test_the_editor_comes_when_somebody_wants_to_write(open_window: Open) -> None:
    person = open_window()
    wire = Wire()
    wire.listen(person.page)
    person.play("member", onward="/cs/")
    topic = person.start_topic(forum="/cs/forums/bydleni/public/", title="Kdo čte a kdo píše", text="Každý chvíli.")
    assert wire.editor_came  # a page for writing has it at once

    reading = visit(person, (topic,))
    expect(person.main.locator(".editor__text")).to_have_count(0)
    assert not reading.editor_came
    person.main.locator("details.reply > summary").click()
    expect(person.main.locator(".editor__text")).to_be_focused()
