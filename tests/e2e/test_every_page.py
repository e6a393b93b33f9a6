"""Every kind of page, once: no fault for axe in light and dark, for the keyboard, on narrow screens and in Czech."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from django.utils import translation
from playwright.sync_api import Browser

from tests.e2e.conftest import PATIENCE
from tests.e2e.kinds import KINDS, Kind
from tests.e2e.looking import HEIGHT, WIDTHS, look_at
from tests.e2e.person import Person
from tests.e2e.reaching import address_of, come_in, open_kind
from tests.e2e.running_site import RunningSite
from tests.e2e.watching import Watcher

WINDOW: dict[str, Any] = {
    "locale": "cs-CZ",
    "viewport": {"width": WIDTHS[0], "height": HEIGHT},
    "color_scheme": "light",
}
Windows = Callable[[str], Person]


@pytest.fixture(scope="module")
def watcher(site: RunningSite) -> Watcher:
    """Watch all windows of this module."""
    return Watcher(host=urlsplit(site.url).netloc)


@pytest.fixture(scope="module")
def windows(site: RunningSite, browser: Browser, watcher: Watcher) -> Iterator[Windows]:
    """Open one window for each who; whoever opened a page reads the next in the same window."""
    opened: dict[str, Person] = {}

    def window(who: str) -> Person:
        if who not in opened:
            context = browser.new_context(base_url=site.url, **WINDOW)
            context.set_default_timeout(PATIENCE)
            watcher.watch(context)
            opened[who] = Person(context.new_page(), scripts=True)
            come_in(opened[who], who=who)
        return opened[who]

    yield window
    for person in opened.values():
        person.page.context.close()


def _route(path: str) -> str:
    """Return the name of the route that answers here; only the embedded shape has the outbox."""
    if path.startswith("/dev/"):
        return "mail_dev:outbox" if path == "/dev/outbox/" else "mail_dev:outbox-mail"
    with translation.override(translation.get_language_from_path(path)):
        return resolve(path).view_name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_page_has_no_fault(kind: Kind, windows: Windows, watcher: Watcher) -> None:
    person = windows(kind.who)
    finder = person if kind.found_by is None else windows(kind.found_by)

    assert open_kind(person, kind, address=address_of(finder, kind)) == kind.status
    if kind.status in {200, 422}:
        assert _route(person.path) == ("wagtail_serve" if kind.name.startswith("cms.") else kind.name)
    assert look_at(person.page) == []
    assert watcher.take() == []
