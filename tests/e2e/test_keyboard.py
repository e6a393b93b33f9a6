"""Journeys without a mouse: every step is a key, and the focus is never lost. Only signing in is not what is tested."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Open
from tests.e2e.person import czech

FORUM = "/cs/forums/bydleni/public/"
LIMIT = 120  # Tab stops before something is taken for unreachable


def tab_to(page: Page, wanted: Locator, *, limit: int = LIMIT) -> None:
    """Press Tab until the focus is on what is wanted."""
    for _stop in range(limit):
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
    count = person.main.locator(".list-count")
    before = count.inner_text()
    tab_to(page, person.main.locator("[name=q]"))
    page.keyboard.type("Město")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("[?&]q=M"))
    expect(count).not_to_have_text(before)


def test_a_filter_is_chosen_told_and_taken_off(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/platforms/directory/")
    count, chips = person.main.locator(".list-count"), person.main.locator(".filters__chips")
    before = count.inner_text()
    option = person.main.locator(".filters__option:visible").first
    tab_to(page, option)
    page.keyboard.press("Enter")
    expect(chips).to_be_visible()
    expect(count).not_to_have_text(before)
    expect(page.get_by_role("status").filter(has_text=count.inner_text())).to_have_count(1)
    assert not page.evaluate("document.activeElement === document.body")
    tab_to(page, chips.locator("a").first)
    page.keyboard.press("Enter")
    expect(count).to_have_text(before)


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


def test_the_platform_is_switched_and_escape_closes_the_menu(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.play("coordinator")
    person.open("/cs/topics/")
    menu = page.locator(".site-nav details.menu")
    tab_to(page, menu.locator("summary"))
    page.keyboard.press("Enter")
    first = menu.locator("a").first
    tab_to(page, first)
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, first)
    wanted = first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(wanted)
    expect(page.locator(".site-nav details.menu a[aria-current]")).to_have_count(1)


def test_a_menu_closes_when_the_focus_leaves_it(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/topics/")
    menu = page.locator("details.menu").filter(has=page.locator("a[hreflang=en]"))
    tab_to(page, menu.locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, menu.locator("a").last)
    page.keyboard.press("Tab")
    expect(menu.locator("a").last).to_be_hidden()


def test_a_refused_form_says_what_is_wrong_and_leads_there(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/feedback/?page=/cs/topics/")
    tab_to(page, person.main.locator("[name=email]"))
    page.keyboard.type("nikdo")
    page.keyboard.press("Shift+Tab")
    person.main.locator("form.form").evaluate("form => { form.noValidate = true }")
    tab_to(page, person.main.locator("form.form button"))
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    tab_to(page, summary.locator("a").first, limit=2)
    page.keyboard.press("Enter")
    problem = person.main.locator("[name=problem]")
    expect(problem).to_be_focused()
    expect(problem).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("Tlačítka bez jména")
    tab_to(page, person.main.locator("[name=email]"))
    expect(person.main.locator("[name=email]")).to_have_value("nikdo")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    tab_to(page, person.main.locator("form.form button"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/cs/feedback/sent/"))


def test_a_dialog_is_answered_and_gives_the_focus_back(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/styleguide/")
    opener = page.locator("[data-dialog]").first
    tab_to(page, opener, limit=5 * LIMIT)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    for _stop in range(8):  # the focus goes round in it, and leaves it for the browser's own bars at most
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    tab_to(page, dialog.get_by_role("button", name=czech("Cancel")))
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
