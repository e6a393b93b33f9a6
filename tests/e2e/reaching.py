"""Reaches the kinds of pages: by which links, as whom, and what is done there before anybody looks."""

import html
import re
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Page

from tests.e2e.kinds import NEWCOMER, VISITOR, Kind
from tests.e2e.person import Person

LINK = re.compile(r'(?:href|action)="([^"#]+)|(https?://[^\s<"&]+)')
FORM_WITH_FIELDS = "#main form[method=post]:has(input:not([type=hidden]), textarea)"
TRIES = 200  # links that are followed from one page before it is given up; the outbox is long


def come_in(person: Person, *, who: str) -> None:
    """Sign in as the persona, or as somebody who signs up now; a visitor stays one."""
    if who == NEWCOMER:
        person.sign_up("Nová Čtenářka", email=f"{uuid4().hex[:8]}@example.org")
    elif who != VISITOR:
        person.play(who)


def address_of(person: Person, kind: Kind) -> str:
    """Follow the links of a kind, without a browser's work, and return where they lead."""
    found = way_to(person, kind.start, follow=kind.follow)
    assert found, f"no way from {kind.start} by {kind.follow}"
    return found


def way_to(person: Person, address: str, *, follow: tuple[str, ...]) -> str:
    """Return where the links lead that match in turn; where a way ends, the next link is tried."""
    if not follow:
        return address
    answer = person.page.request.get(address)
    assert answer.ok, f"{address}: {answer.status}"
    links = (urlsplit(html.unescape(a or b)) for a, b in LINK.findall(answer.text()))
    paths = dict.fromkeys(link._replace(scheme="", netloc="").geturl() for link in links)
    ways = [path for path in paths if re.search(follow[0], path)][:TRIES]
    return next(filter(None, (way_to(person, path, follow=follow[1:]) for path in ways)), "")


def open_kind(person: Person, kind: Kind, *, address: str) -> int:
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
