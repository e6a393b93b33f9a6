"""A long page of the handbook: the section one reads is marked, and the browser offers to go on where one stopped."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.person import Person

LONG = "/cs/prirucka/situace/propousteni/"
MARKED = ".rail .contents a[aria-current=location]"
OFFER = "[data-read-on]"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('reading:')).length"


def scroll_to(person: Person, name: str) -> None:
    """Read on to a section, and rest there."""
    person.page.evaluate("(id) => document.getElementById(id).scrollIntoView()", name)


def test_the_section_one_reads_is_marked_in_the_contents(open_window: Open) -> None:
    reader = open_window()
    reader.page.goto(LONG)
    for name in ("first-week", "after", "first-week"):
        scroll_to(reader, name)
        expect(reader.page.locator(MARKED)).to_have_attribute("href", f"#{name}")
    expect(reader.page.locator(".reading-progress")).to_have_attribute("aria-hidden", "true")


def test_somebody_who_comes_back_is_offered_to_go_on(open_window: Open) -> None:
    reader = open_window()
    reader.page.goto(LONG)
    expect(reader.page.locator(OFFER)).to_be_hidden()
    scroll_to(reader, "after")
    expect(reader.page.locator(MARKED)).to_have_attribute("href", "#after")
    reader.page.goto("/cs/prirucka/")
    reader.page.goto(LONG)
    way_on = reader.page.locator(f"{OFFER} a")
    expect(way_on).to_have_text(reader.page.locator("#after").inner_text())
    way_on.click()
    expect(reader.page.locator("#after")).to_be_in_viewport()
    expect(reader.page.locator(OFFER)).to_be_hidden()


def test_who_does_not_want_it_is_not_asked_again(open_window: Open) -> None:
    reader = open_window()
    reader.page.goto(LONG)
    scroll_to(reader, "after")
    expect(reader.page.locator(MARKED)).to_have_attribute("href", "#after")
    reader.page.reload()
    reader.page.evaluate("scrollTo(0, 0)")
    reader.page.goto("/cs/prirucka/")
    reader.page.goto(LONG)
    reader.page.locator("[data-read-on-close]").click()
    reader.page.goto(LONG)
    expect(reader.page.locator(OFFER)).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_stand_where_there_is_room(open_window: Open, width: int) -> None:
    reader = open_window(javascript=False, viewport={"width": width, "height": 900})
    reader.page.goto(LONG)
    phone = width < 1024
    expect(reader.page.locator(".contents-top")).to_be_visible(visible=phone)
    expect(reader.page.locator(".rail__contents")).to_be_visible(visible=not phone)
    if phone:
        reader.page.locator(".contents-top summary").click()
        reader.page.locator(".contents-top a[href='#after']").click()
        expect(reader.page.locator("#after")).to_be_in_viewport()


def test_signing_out_wipes_where_somebody_stopped(open_window: Open) -> None:
    reader = open_window()
    reader.play("member")
    reader.page.goto(LONG)
    scroll_to(reader, "after")
    expect(reader.page.locator(MARKED)).to_have_attribute("href", "#after")
    reader.page.goto("/cs/prirucka/")
    assert reader.page.evaluate(KEPT) == 1
    reader.page.locator("form[data-signs-out]").first.evaluate("form => form.requestSubmit()")
    reader.page.wait_for_url(lambda address: "/prirucka/" not in address)
    assert reader.page.evaluate(KEPT) == 0
