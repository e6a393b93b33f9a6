"""The frame of a page in a browser: the platform menu, the rail that folds, and a focus that is never lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.e2e.test_keyboard import tab_to

TOPICS = "/cs/topics/"
FORUM = "/cs/forums/bydleni/public/"
LIBEREC = "/cs/platforms/liberec/"
PHONE = {"width": 390, "height": 844}


def test_a_platform_is_reached_by_keyboard_and_named_there(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.play("member", onward=TOPICS)
    summary = page.locator(".site-nav .menu > summary")
    expect(summary).not_to_contain_text("Liberec")
    tab_to(page, summary)
    page.keyboard.press("Enter")
    link = page.locator(f'.site-nav .menu a[href="{LIBEREC}"]')
    expect(link).to_be_visible()
    tab_to(page, link)
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page).to_have_url(LIBEREC)
    expect(summary).to_contain_text("Libereckého kraje")


def test_a_platform_is_reached_on_a_phone(open_window: Open, javascript: bool) -> None:
    person = open_window(javascript=javascript, viewport=PHONE)
    person.play("member", onward=TOPICS)
    person.page.locator(".bottom-bar summary").first.click()
    person.page.locator(f'.bottom-bar a[href="{LIBEREC}"]').click()
    expect(person.page).to_have_url(LIBEREC)


def test_a_menu_closes_when_another_opens_or_the_page_is_clicked(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open(TOPICS)
    menus = page.locator(".site-tools details.menu")
    menus.nth(0).locator("summary").click()
    menus.nth(1).locator("summary").click()
    expect(menus.nth(0)).not_to_have_attribute("open", "")
    expect(menus.nth(1)).to_have_attribute("open", "")
    page.locator("h1").click()
    expect(menus.nth(1)).not_to_have_attribute("open", "")


def test_a_folded_rail_stays_folded_and_nothing_moves(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open(LIBEREC)
    title = page.locator(".rail .rail__title").first
    expect(title).to_be_visible()
    before = width_of_content(page)
    tab_to(page, page.locator(".rail-fold > summary"))
    page.keyboard.press("Enter")
    expect(title).to_be_hidden()
    assert width_of_content(page) > before
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => "
        "{ window.shifts += one.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    page.reload()
    expect(title).to_be_hidden()
    assert page.evaluate("window.shifts") <= 0.05
    page.set_viewport_size(PHONE)
    page.reload()
    expect(title).to_be_visible()


def width_of_content(page: Page) -> float:
    box = page.locator("#main").bounding_box()
    assert box
    return box["width"]


def test_without_script_the_rail_stands_open_and_folds(open_window: Open) -> None:
    person = open_window(javascript=False)
    person.open(LIBEREC)
    title = person.page.locator(".rail .rail__title").first
    expect(title).to_be_visible()
    person.page.locator(".rail-fold > summary").click()
    expect(title).to_be_hidden()


def test_a_filter_of_the_directory_is_announced_and_keeps_the_focus(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/platforms/directory/")
    said = page.locator("#finder-said")
    before = said.inner_text()
    choice = page.locator("#finder .filters a").first
    tab_to(page, choice)
    page.keyboard.press("Enter")
    expect(said).not_to_have_text(before)
    expect(page).to_have_url(re.compile(r"\?"))
    expect(page.locator("#finder-head")).to_have_text(said.inner_text())
    expect(page.locator("#finder :focus, #finder:focus")).to_have_count(1)


def test_a_further_search_is_announced_and_keeps_the_focus(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.open("/cs/search/?q=ubytovny")
    said = page.locator("#finder-said")
    before = said.inner_text()
    field = page.locator("#finder [name=q]")
    tab_to(page, field)
    field.fill("xyzzyxyzzy")
    page.keyboard.press("Enter")
    expect(said).not_to_have_text(before)
    expect(page.locator("#finder :focus, #finder:focus")).to_have_count(1)


def test_a_file_that_was_taken_is_announced_and_the_focus_stays_on_its_input(open_window: Open) -> None:
    person = open_window()
    person.play("member", onward=f"{FORUM}new/")
    person.open(f"{FORUM}new/")
    person.unfold("Attachments")
    chooser = person.main.locator("input[type=file]")
    chooser.focus()
    chooser.set_input_files([{"name": "seznam.txt", "mimeType": "text/plain", "buffer": b"jedna, dva"}])
    expect(person.main.locator(".attach [role=status]")).to_contain_text("seznam.txt")
    expect(person.main.locator("input[type=file]")).to_be_focused()


def test_a_message_put_away_leaves_the_focus_on_the_page(open_window: Open) -> None:
    person = open_window()
    page = person.page
    person.play("coordinator")
    person.open(f"{LIBEREC}edit/")
    person.main.locator("form[data-unsaved] button.button--primary").click()
    close = page.locator("[data-toast-close]").first
    expect(close).to_be_visible()
    close.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-toast]")).to_have_count(0)
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("language", ["cs", "de", "uk", "sk", "en"])
def test_the_head_is_one_line_on_a_wide_screen(open_window: Open, language: str) -> None:
    person = open_window()
    person.open(f"/{language}/topics/")
    head = person.page.locator(".site-header").bounding_box()
    assert head
    assert head["height"] < 80


def test_on_paper_stand_the_text_and_its_authors_alone(open_window: Open) -> None:
    person = open_window(viewport={"width": 680, "height": 960})
    page = person.page
    person.open(TOPICS)
    page.locator(".topic-row a").first.click()
    page.emulate_media(media="print")
    for part in (".site-header", ".site-footer", ".bottom-bar", ".rail", "form"):
        assert not any(page.locator(part).nth(at).is_visible() for at in range(page.locator(part).count()))
    for body in page.locator(".post__body").all():
        box = body.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 680
