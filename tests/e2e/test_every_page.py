"""Every kind of page, once: no fault for axe in light and dark, for the keyboard, on narrow screens and in Czech."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.urls import resolve
from django.utils import translation
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import PATIENCE
from tests.e2e.kinds import KINDS, NEWCOMER, VISITOR, Kind
from tests.e2e.looking import HEIGHT, WIDTHS, look_at
from tests.e2e.person import Person
from tests.e2e.running_site import RunningSite
from tests.e2e.watching import Watcher

LINK = re.compile(r'(?:href|action)="([^"#]+)|(https?://[^\s<"&]+)')
FORM_WITH_FIELDS = "#main form[method=post]:has(input:not([type=hidden]), textarea)"
WINDOW: dict[str, Any] = {
    "locale": "cs-CZ",
    "viewport": {"width": WIDTHS[0], "height": HEIGHT},
    "color_scheme": "light",
}
TRIES = 200  # links that are followed from one page before it is given up; the outbox is long
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
            _come_in(opened[who], who=who)
        return opened[who]

    yield window
    for person in opened.values():
        person.page.context.close()


def _come_in(person: Person, *, who: str) -> None:
    if who == NEWCOMER:
        person.sign_up("Nová Čtenářka", email=f"{uuid4().hex[:8]}@example.org")
    elif who != VISITOR:
        person.play(who)


def _address(person: Person, kind: Kind) -> str:
    """Follow the links of a kind, without a browser's work, and return where they lead."""
    found = _way(person, kind.start, follow=kind.follow)
    assert found, f"no way from {kind.start} by {kind.follow}"
    return found


def _way(person: Person, address: str, *, follow: tuple[str, ...]) -> str:
    """Return where the links lead that match in turn; where a way ends, the next link is tried."""
    if not follow:
        return address
    answer = person.page.request.get(address)
    assert answer.ok, f"{address}: {answer.status}"
    links = (urlsplit(html.unescape(a or b)) for a, b in LINK.findall(answer.text()))
    paths = dict.fromkeys(link._replace(scheme="", netloc="").geturl() for link in links)
    ways = [path for path in paths if re.search(follow[0], path)][:TRIES]
    return next(filter(None, (_way(person, path, follow=follow[1:]) for path in ways)), "")


def _open(person: Person, kind: Kind, *, address: str) -> int:
    """Open the page of a kind, do there what it asks for, and return the status."""
    page = person.page
    if not kind.then:
        return person.come_back_to(address)
    person.open(kind.start if kind.then == "sent" else address)
    with page.expect_navigation() as answer:
        if kind.then == "sent":
            _send(page, address=address)
        else:
            _submit(page, keep_token=kind.then == "empty")
    return answer.value.status if answer.value else 0


def _submit(page: Page, *, keep_token: bool) -> None:
    """Submit the form of the page with nothing in it, past what the browser would say."""
    empty = """(form, keep) => {
      for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) field.value = "";
      if (!keep) form.querySelector("[name=csrfmiddlewaretoken]").value = "";
      HTMLFormElement.prototype.submit.call(form);
    }"""
    page.locator(FORM_WITH_FIELDS).first.evaluate(empty, keep_token)


def _send(page: Page, *, address: str) -> None:
    """Send a form that this reader was never shown."""
    send = """([address, token]) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = address;
      form.innerHTML = `<input name="csrfmiddlewaretoken" value="${token}">`;
      document.body.append(form);
      form.submit();
    }"""
    page.evaluate(send, [address, page.locator("[name=csrfmiddlewaretoken]").first.input_value()])


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

    assert _open(person, kind, address=_address(finder, kind)) == kind.status
    if kind.status in {200, 422}:
        assert _route(person.path) == ("wagtail_serve" if kind.name.startswith("cms.") else kind.name)
    assert look_at(person.page) == []
    assert watcher.take() == []
