"""Single keys do nothing until they are switched on, and never while somebody types."""

from playwright.sync_api import expect

from core.views.shortcuts import SHORTCUTS
from tests.e2e.conftest import Open
from tests.e2e.person import czech


def test_keys_are_off_then_on_and_never_in_a_field(open_window: Open) -> None:
    person = open_window()
    keys = person.page.keyboard
    person.open("/cs/topics/")
    keys.press("j")
    expect(person.page.locator(".topic-row a:focus")).to_have_count(0)

    person.open("/cs/shortcuts/")
    person.page.get_by_label(czech("Use keyboard shortcuts in this browser")).check()
    person.open("/cs/topics/")
    keys.press("j")
    keys.press("j")
    expect(person.page.locator(".topic-row").nth(1).locator("a:focus")).to_have_count(1)
    keys.press("k")
    expect(person.page.locator(".topic-row").nth(0).locator("a:focus")).to_have_count(1)

    keys.press("?")
    expect(person.page.get_by_role("dialog").locator("kbd")).to_have_count(sum(len(pair) for pair, _ in SHORTCUTS))
    keys.press("Escape")
    expect(person.page.get_by_role("dialog")).to_have_count(0)

    keys.press("/")
    keys.type("jkr?")
    expect(person.page.locator("#site-search")).to_have_value("jkr?")
    expect(person.page.get_by_role("dialog")).to_have_count(0)

    person.page.locator("h1").click()
    keys.press("g")
    keys.press("p")
    expect(person.page).to_have_url("/cs/platforms/")
