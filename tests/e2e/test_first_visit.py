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
    """What came: the sizes of sheets and scripts as a server sends them compressed, and what the console said."""

    sheets: dict[str, int] = field(default_factory=dict)
    scripts: dict[str, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note everything from now on."""
        page.on("response", self._note)
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))

    def _note(self, response: Response) -> None:
        kind = response.request.resource_type
        if kind in {"stylesheet", "script"}:
            kept = self.sheets if kind == "stylesheet" else self.scripts
            kept[response.url] = len(gzip.compress(response.body(), compresslevel=6))


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
    sheets, scripts = sum(wire.sheets.values()), sum(wire.scripts.values())
    assert sheets > 0
    assert scripts > 0
    assert sheets <= 40 * KB, wire.sheets
    assert scripts <= 60 * KB, wire.scripts
    assert sheets + scripts < 100 * KB
    assert wire.said == []
    assert not any(EDITOR in address for address in wire.scripts)
    shifted: Any = person.page.evaluate(SHIFTS)
    assert shifted <= STILL


def test_the_editor_comes_when_somebody_wants_to_write(open_window: Open) -> None:
    person = open_window()
    wire = Wire()
    wire.listen(person.page)
    person.play("member", onward="/cs/")
    topic = person.start_topic(forum="/cs/forums/bydleni/public/", title="Kdo čte a kdo píše", text="Každý chvíli.")
    assert any(EDITOR in address for address in wire.scripts)  # a page for writing has it at once

    reading = visit(person, (topic,))
    expect(person.main.locator(".editor__text")).to_have_count(0)
    assert not any(EDITOR in address for address in reading.scripts)
    person.main.locator("details.reply > summary").click()
    expect(person.main.locator(".editor__text")).to_be_focused()
