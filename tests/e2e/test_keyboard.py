"""Journeys without a mouse: every step is a key, and the focus is never lost."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Open
from tests.e2e.person import czech

FORUM = "/cs/forums/bydleni/public/"
LIMIT = 120  # Tab stops before something is taken for unreachable


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is on what is wanted."""
    for _stop in range(LIMIT):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {wanted}")


def test_a_topic_is_written(open_window: Open) -> None:
    person = open_window()
    person.play("member", onward=FORUM)
    page = person.page
    person.open(f"{FORUM}new/")
    expect(person.main.locator(".editor__text")).to_be_visible()
    tab_to(page, person.main.locator("[name=title]"))
    page.keyboard.type("Psáno bez myši")
    tab_to(page, person.main.locator(".editor__text"))
    page.keyboard.type("Celé téma z klávesnice.")
    page.keyboard.press("Tab")
    expect(person.main.locator(".editor__text:focus")).to_have_count(0)
    tab_to(page, person.composer_button)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Psáno bez myši")
    expect(person.last_post).to_have_text("Celé téma z klávesnice.")


def test_the_directory_is_filtered(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/platforms/directory/")
    before = person.main.locator(".list-count").inner_text()
    tab_to(page, person.main.locator("[name=q]"))
    page.keyboard.type("Město")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("[?&]q=M"))
    assert person.main.locator(".list-count").inner_text() != before


def test_the_language_is_switched(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/topics/")
    menu = page.locator("details.menu").filter(has=page.locator("a[hreflang=en]"))
    tab_to(page, menu.locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, menu.locator("a[hreflang=en]"))
    page.keyboard.press("Escape")
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, menu.locator("a[hreflang=en]"))
    page.keyboard.press("Enter")
    expect(page).to_have_url("/en/topics/")


def test_a_platform_is_followed_and_the_focus_stays(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.play("moderator")
    person.open("/cs/platforms/praha/")
    chosen = page.locator(".follow__level[aria-pressed=true]").first
    other = page.locator(".follow__level[aria-pressed=false]").last
    value = other.get_attribute("id")
    tab_to(page, other)
    page.keyboard.press("Enter")
    expect(page.locator(f"#{value}")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"#{value}")).to_be_focused()
    assert chosen.get_attribute("id") == value


def test_a_dialog_is_answered_and_gives_the_focus_back(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/styleguide/")
    opener = page.locator("[data-dialog]").first
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    tab_to(page, dialog.get_by_role("button", name=czech("Cancel")))
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
