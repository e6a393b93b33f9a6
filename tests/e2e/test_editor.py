"""An editor publishes a page of the handbook and its English translation; everybody reads both and search finds them.

Wagtail's admin needs scripts of its own, so she works with them; who reads does so with scripts and without.
"""

import re
from uuid import uuid4

from playwright.sync_api import Locator, expect

from tests.e2e.conftest import Open
from tests.e2e.person import Person

# The way from the root of all pages to the tools of the handbook, in the words of the demo.
WAY = ("Mosty Čeština", "Příručka", "Nástroje")
TEXT = "Dům, kde se lidé potkávají, otevírá ve středu odpoledne."
ENGLISH_TEXT = "The house where people meet opens on Wednesday afternoons."


class Editor:
    """Somebody in Wagtail's admin: the titles are hers, the buttons Wagtail's."""

    def __init__(self, person: Person) -> None:
        self.page = person.page
        person.play("editor")
        person.open("/admin/pages/")

    def go_down_to(self, *titles: str) -> None:
        """Walk down the tree of pages by their titles."""
        for title in titles:
            row = self.page.locator("tr").filter(has_text=title).first
            row.get_by_role("link", name=re.compile("^Zobrazit podstránky")).click()
            expect(self.page.locator("h1, h2").filter(has_text=title.split(" ")[0]).first).to_be_visible()

    def start_page(self, kind: str, *, title: str, summary: str) -> None:
        """Begin a page of this kind below the page where she stands."""
        self.page.locator("a[href$='/add_subpage/']").first.click()
        self.page.locator("main").get_by_role("link", name=re.compile(rf"^\s*{kind}\s*$")).click()
        self.page.locator("input[name=title]").fill(title)
        self.page.locator("input[name=summary]").fill(summary)

    def write(self, text: str) -> None:
        """Put a block of text into the page and write in its editor."""
        self.page.get_by_title("Vložit blok").first.click()
        self.page.get_by_role("option", name="text", exact=True).click()
        block = self.page.locator("[data-contentpath=body] [contenteditable=true]").first
        block.click()
        block.press_sequentially(text)
        expect(self.page.locator("input[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))

    def publish(self) -> None:
        """Publish what she wrote, which stands behind the arrow beside saving."""
        self.page.locator("[data-w-dropdown-target='toggle']", has_text="Další akce").click()
        self.page.locator("button[name=action-publish]").click()
        expect(self.page.locator(".messages .success")).to_be_visible()

    def send_to_translation(self, title: str, *, language: str) -> None:
        """Submit a page of the list for translation, and come to its strings."""
        row = self.page.locator("tr").filter(has_text=title).first
        row.hover()
        row.locator("[data-w-dropdown-target='toggle']").first.click()
        self.page.locator("a[href*='/localize/submit/page/']:visible").first.click()
        self.page.get_by_label(language).check()
        self.page.locator("form:has([name=locales]) input[type=submit]").click()
        expect(self.page.locator(".messages .success")).to_be_visible()

    def translate(self, *texts: str) -> None:
        """Translate each string in turn; one that is kept may only be edited any more."""
        for kept, text in enumerate(texts, start=1):
            self._strings("Přeložit").first.click()
            self.page.locator("textarea:visible").fill(text)
            self._strings("Uložit").click()
            expect(self._strings("Upravit")).to_have_count(kept)
        expect(self._strings("Přeložit")).to_have_count(0)

    def translate_address(self, slug: str) -> None:
        """Translate the address too, which stands behind the second tab."""
        self.page.get_by_role("tab", name="Propagace").click()
        self.translate(slug)

    def publish_translation(self) -> None:
        """Publish the translation as it stands."""
        self.page.locator("button[name=action][value=publish]").click()
        expect(self.page.locator(".messages .success")).to_be_visible()

    def _strings(self, label: str) -> Locator:
        return self.page.locator("main").get_by_role("button", name=label, exact=True)


def publish_in_two_languages(editor: Editor, *, title: str, english: str) -> None:
    """Write a tool of the handbook, publish it, and publish its translation."""
    editor.go_down_to(*WAY)
    editor.start_page("Nástroj", title=title, summary="Kde se potkat bez objednání.")
    editor.write(TEXT)
    editor.publish()
    editor.send_to_translation(title, language="English")
    editor.translate(english, "Where to meet without an appointment.", ENGLISH_TEXT)
    editor.translate_address(english.lower().replace(": ", "-").replace(" ", "-"))
    editor.publish_translation()


def test_a_handbook_page_and_its_translation_are_read_and_found(open_window: Open, javascript: bool) -> None:
    word = uuid4().hex[:6]
    title, english = f"Nástroj: otevřený dům {word}", f"Tool: open house {word}"
    publish_in_two_languages(Editor(open_window()), title=title, english=english)

    reader = open_window(javascript=javascript)
    reader.open("/cs/prirucka/nastroje/")
    reader.main.get_by_role("link", name=title).first.click()
    expect(reader.page.locator("h1")).to_have_text(title)
    expect(reader.main.locator(".prose").first).to_contain_text(TEXT)

    reader.page.locator("header summary[title='Jazyk']").click()
    reader.page.locator("header a[hreflang=en], header .menu__item[lang=en]").first.click()
    expect(reader.page.locator("h1")).to_have_text(english)
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    expect(reader.main.locator(".prose").first).to_contain_text(ENGLISH_TEXT)
    assert reader.path.startswith("/en/handbook/tools/")

    for address, found in (("/cs/search/?q=otevřenému+domu+", title), ("/en/search/?q=houses+", english)):
        hit = reader.main.locator(".search-result").filter(has_text=found)
        reader.wait_for(hit, at=f"{address}{word}")
        hit.get_by_role("link").first.click()
        expect(reader.page.locator("h1")).to_have_text(found)
