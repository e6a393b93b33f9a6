"""Somebody before a browser: what she does on many pages, in the words of the site."""

import re
import time
from typing import Any
from urllib.parse import urlsplit

from django.utils import translation
from playwright.sync_api import Locator, Page, expect

PASSWORD = "korálová-lípa-31-řeka"
WAITING = 90  # seconds for what a worker does


def czech(text: str, **values: Any) -> str:
    """Return a text of the site as a Czech reader sees it."""
    with translation.override("cs"):
        found = translation.gettext(text)
    return found % values if values else found


class Person:
    """One window. `page` is Playwright's; the methods are what people do, and each ends on the page it leads to."""

    def __init__(self, page: Page, *, scripts: bool) -> None:
        self.page = page
        self.scripts = scripts

    @property
    def path(self) -> str:
        """Where she is, without host and query."""
        return urlsplit(self.page.url).path

    @property
    def main(self) -> Locator:
        """What the page is about, with what stands beside it, without head and foot."""
        return self.page.locator("div.page, main.bare__main")

    def open(self, address: str) -> int:
        """Open an address and return the status of the answer."""
        response = self.page.goto(address)
        return response.status if response else 0

    def click(self, label: str) -> None:
        """Click the link or button of the page with this English text, shown in Czech."""
        self.control(label).first.click()

    def control(self, label: str) -> Locator:
        """Return links and buttons of the page with this text."""
        # A browser tells names with plain blanks, whatever blanks hold the words together.
        words = r"\s".join(map(re.escape, czech(label).split()))
        exact = re.compile(rf"^\s*{words}\s*$")
        return self.main.get_by_role("link", name=exact).or_(self.main.get_by_role("button", name=exact))

    def unfold(self, label: str, *, within: Locator | None = None) -> None:
        """Open the menu or the folded part of the page with this English text, shown in Czech."""
        (within or self.main).locator("summary").filter(has_text=czech(label)).click()

    def fill(self, **values: str) -> None:
        """Fill in fields of the page by their names."""
        for name, value in values.items():
            self.main.locator(f"[name={name}]").fill(value)

    def write(self, text: str) -> None:
        """Write in the editor, or in the textarea where no script runs; a reply is opened first."""
        source = self.main.locator("textarea[name=body]")
        source.wait_for(state="attached")
        closed = self.main.locator("details.reply:not([open]) > summary")
        if closed.count():
            closed.click()
        if not self.scripts:
            source.fill(text)
            return
        editor = self.main.locator(".editor__text")
        editor.click()
        editor.press_sequentially(text)
        expect(source).to_have_value(re.compile(re.escape(text.split("\n", maxsplit=1)[0])))

    def text_in_composer(self) -> str:
        """Return what stands in the composer, as she sees it."""
        if self.scripts:
            return self.main.locator(".editor__text").inner_text()
        return self.main.locator("textarea[name=body]").input_value()

    def send(self) -> None:
        """Send what stands in the composer."""
        self.composer_button.click()

    def start_topic(self, *, forum: str, title: str, text: str) -> str:
        """Write a topic in a forum, given by its address, and return the path of the topic."""
        self.open(forum)
        self.click("Start a topic")
        self.fill(title=title)
        self.write(text)
        self.send()
        expect(self.page.locator("h1")).to_have_text(title)
        return self.path

    def reply(self, topic: str, text: str) -> None:
        """Reply on the page of a topic and see the reply there."""
        self.open(topic)
        self.write(text)
        self.send()
        expect(self.last_post).to_have_text(text)

    @property
    def posts(self) -> Locator:
        """The texts of the posts on the page."""
        return self.main.locator(".post__body")

    @property
    def last_post(self) -> Locator:
        """The text of the last post on the page."""
        return self.posts.last

    @property
    def composer_button(self) -> Locator:
        """The button under the composer."""
        return self.main.locator("form.composer .composer__actions button.button--primary")

    def play(self, persona: str, *, onward: str = "") -> None:
        """Sign in as a ready person of the trial by one click; `onward` is where she wanted to go."""
        self.open(f"/cs/accounts/login/?next={onward}" if onward else "/cs/accounts/login/")
        self.main.locator(f'form[action$="/me/personas/{persona}/"] button').click()
        expect(self.page.locator(".menu__summary--person")).to_be_visible()
        self.page.wait_for_load_state()  # the next address may be the same one: its loading must not be taken for this

    def sign_up(self, name: str, *, email: str, mail_choice: str = "") -> None:
        """Sign up, confirm the address by the mail, and be signed in."""
        self.open("/cs/accounts/signup/")
        self.fill(name=name, email=email, password1=PASSWORD, password2=PASSWORD)
        if mail_choice:
            self.main.locator(f"[name=mail_choice][value={mail_choice}]").check()
        self.main.locator("[name=terms]").check()
        self.click("Sign up")
        self.open_mail(to=email)
        self.follow_mail_link("/confirm-email/")
        self.click("Yes, it is mine")
        expect(self.page.locator(".menu__summary--person")).to_be_visible()

    def come_back_to(self, address: str) -> int:
        """Open a page of the account that may first ask for the password once more."""
        status = self.open(address)
        if not self.path.endswith("/reauthenticate/") or address.endswith("/reauthenticate/"):
            return status
        self.fill(password=PASSWORD)
        with self.page.expect_navigation() as answer:
            self.main.locator("form:has([name=password]) [type=submit]").click()
        return answer.value.status if answer.value else 0

    def open_mail(self, *, to: str, subject: str = "") -> None:
        """Wait for a mail in the outbox of the trial and open it."""
        row = self.page.locator(".outbox__mail").filter(has_text=to).filter(has_text=subject)
        self.wait_for(row, at="/dev/outbox/")
        row.first.locator("a").click()
        expect(self.page.locator(".outbox__text")).to_be_visible()

    def follow_mail_link(self, pattern: str) -> None:
        """Follow the link of the opened mail whose address holds this pattern."""
        self.page.locator(f".outbox__text a[href*='{pattern}']").first.click()

    def wait_for(self, wanted: Locator, *, at: str) -> None:
        """Open an address again and again until the page shows what a worker had to bring there."""
        end = time.monotonic() + WAITING
        self.open(at)
        while not wanted.count():
            assert time.monotonic() < end, f"{at} never showed {wanted}"
            self.page.wait_for_timeout(500)
            self.open(at)
        expect(wanted.first).to_be_visible()

    def join(self, platform: str) -> None:
        """Join an open platform by its address."""
        self.open(f"/cs/platforms/{platform}/")
        self.click("Join")
        self.click("Join")
        expect(self.control("Leave the platform")).to_be_visible()
