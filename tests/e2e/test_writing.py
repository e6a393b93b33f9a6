"""Somebody signs up, joins, writes, is answered, and is told of it; search finds what was written."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.person import Person, czech

FORUM = "/cs/forums/liberec/"


@pytest.fixture
def author(open_window: Open, javascript: bool) -> Person:
    """A person who has just signed up and joined the platform of a region."""
    person = open_window(javascript=javascript)
    person.sign_up("Radka Poutníková", email=f"radka-{uuid4().hex[:8]}@example.org")
    person.join("liberec")
    return person


def start_topic(author: Person, *, title: str, text: str) -> str:
    """Write a topic in the public forum of the platform and return its path."""
    author.main.locator(f"a[href^='{FORUM}']").first.click()
    author.click("Start a topic")
    author.fill(title=title)
    author.write(text)
    author.send()
    expect(author.page.locator("h1")).to_have_text(title)
    return author.path


def test_a_newcomer_writes_is_answered_told_and_found(author: Person, open_window: Open) -> None:
    word = f"Kolovrátek{uuid4().hex[:6]}"
    topic = start_topic(author, title=f"{word}: mongolští tlumočníci", text="Kdo zná tlumočnici z mongolštiny?")
    expect(author.main.locator(".post__body")).to_have_text("Kdo zná tlumočnici z mongolštiny?")

    other = open_window(javascript=author.scripts)
    other.play("coordinator", onward=topic)
    other.write("Zavolejte paní Saraa.")
    other.send()
    expect(other.main.locator(".post__body").last).to_have_text("Zavolejte paní Saraa.")

    author.wait_for(author.page.locator(".count-badge"), at="/cs/notifications/")
    line = author.main.locator(".notification--unread").filter(has_text=word)
    line.locator("a.notification__link").click()
    expect(author.main.locator(".post__body").last).to_have_text("Zavolejte paní Saraa.")

    found = author.main.locator(".search-result").filter(has_text=word)
    author.wait_for(found, at=f"/cs/search/?q=tlumočníkovi+mongolských+{word}")
    found.get_by_role("link").first.click()
    expect(author.page.locator("h1")).to_contain_text(word)
