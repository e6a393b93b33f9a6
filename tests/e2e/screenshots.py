"""`make screenshots`: every kind of page at three widths, light and dark, Czech and English, into var/screenshots/.

Nothing is compared: the pictures are for looking at, one by one, before a change of the look lands.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import django
from playwright.sync_api import Browser, Error, sync_playwright

from tests.e2e.conftest import CHROMIUM, PATIENCE
from tests.e2e.kinds import KINDS, Kind
from tests.e2e.person import Person
from tests.e2e.reaching import address_of, come_in, open_kind
from tests.e2e.running_site import ROOT, running_site

FOLDER = ROOT / "var" / "screenshots"
WIDTHS = (390, 768, 1280)
HEIGHT = 900
LANGUAGES = {"cs": "cs-CZ", "en": "en-GB"}


class Photographer:
    """Keeps one window for each reader and language."""

    def __init__(self, browser: Browser, *, url: str) -> None:
        self.browser, self.url = browser, url
        self.windows: dict[str, Person] = {}

    def window(self, who: str) -> Person:
        """Return the window of a reader."""
        if who not in self.windows:
            context = self.browser.new_context(base_url=self.url, locale=LANGUAGES["cs"])
            context.set_default_timeout(PATIENCE)
            self.windows[who] = Person(context.new_page(), scripts=True)
            come_in(self.windows[who], who=who)
        return self.windows[who]

    def take(self, kind: Kind, *, number: int) -> None:
        """Take the pictures of one kind of page."""
        person = self.window(kind.who)
        finder = person if kind.found_by is None else self.window(kind.found_by)
        address = address_of(finder, kind)
        for language in LANGUAGES if not kind.then else ["cs"]:
            translated = re.sub(r"^/cs/", f"/{language}/", address)
            open_kind(person, kind, address=translated)
            name = f"{number:03}-{re.sub('[^a-zA-Z0-9]+', '-', kind.id)}"
            self._shoot(person, FOLDER / language / name)

    def _shoot(self, person: Person, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        options: dict[str, Any] = {"full_page": True, "animations": "disabled"}
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                person.page.set_viewport_size({"width": width, "height": HEIGHT})
                person.page.screenshot(path=f"{path}-{width}-{scheme}.png", **options)


def main(wanted: list[str]) -> int:
    """Photograph the kinds whose names contain one of the words, or all; return how many could not be reached."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    missed = 0
    with tempfile.TemporaryDirectory() as var, running_site(Path(var)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        photographer = Photographer(browser, url=site.url)
        for number, kind in enumerate(KINDS, start=1):
            if wanted and not any(word in kind.id for word in wanted):
                continue
            sys.stdout.write(f"{number:03} {kind.id}\n")
            try:
                photographer.take(kind, number=number)
            except (AssertionError, Error) as error:
                missed += 1
                sys.stdout.write(f"    not reached: {str(error).splitlines()[0]}\n")
        browser.close()
    sys.stdout.write(f"The pictures are in {FOLDER.relative_to(ROOT)}/.\n")
    return missed


if __name__ == "__main__":
    django.setup()  # the words of the site are looked up to find its buttons
    sys.exit(min(main(sys.argv[1:]), 1))
