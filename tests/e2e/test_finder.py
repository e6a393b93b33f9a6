"""Narrowing a list in the browser: nothing moves away from under the reader, and what fails can be tried again."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.conftest import Open

pytestmark = pytest.mark.e2e
DIRECTORY = "/cs/platforms/directory/"


def test_a_filter_keeps_the_focus_and_tells_how_many_are_left(open_window: Open) -> None:
    page = open_window().page
    page.goto(DIRECTORY)
    page.locator("#kind-town").press("Enter")
    expect(page).to_have_url(re.compile(r"\?kind=town$"))
    expect(page.locator("#kind-town")).to_be_focused()
    expect(page.locator("#kind-town")).to_have_attribute("aria-current", "true")
    assert page.locator("#finder-said").inner_text().split() == page.locator("#finder-head").inner_text().split()


def test_when_a_chip_goes_away_the_reader_goes_on_from_the_head_of_the_list(open_window: Open) -> None:
    page = open_window().page
    page.goto(f"{DIRECTORY}?kind=town")
    page.locator(".chip").press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator("#finder-head")).to_be_focused()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(1)


def test_without_a_connection_the_reader_is_told_and_may_try_again(open_window: Open) -> None:
    page = open_window().page
    page.add_init_script("console.error = () => {}")  # htmx writes there what the reader is told in words
    page.goto(DIRECTORY)
    page.route("**/directory/?*", lambda route: route.abort())
    page.locator("#who-people").press("Enter")
    failed = page.locator("[data-failed]")
    expect(failed).to_be_visible()
    page.unroute("**/directory/?*")
    failed.locator("[data-failed-retry]").press("Enter")
    expect(page).to_have_url(re.compile(r"\?who=people$"))
    expect(failed).to_have_count(0)


def test_while_the_server_thinks_a_bar_is_seen_and_nothing_moves(open_window: Open) -> None:
    page = open_window().page
    page.goto(DIRECTORY)
    waiting: list[Route] = []
    page.route("**/directory/?*", lambda route: waiting.append(route))  # noqa: PLW0108  a method of a list is refused
    before = page.locator("h1").bounding_box()
    page.locator("#who-people").press("Enter")
    expect(page.locator(":root")).to_have_attribute("data-busy", "")
    expect(page.locator("#finder")).to_have_attribute("aria-busy", "true")
    assert page.locator("h1").bounding_box() == before
    for route in waiting:
        route.continue_()
    expect(page.locator(":root")).not_to_have_attribute("data-busy", "")


def test_on_a_phone_the_filters_are_folded_and_on_a_wide_screen_they_stand_open(open_window: Open) -> None:
    page = open_window().page
    page.goto(DIRECTORY)
    expect(page.locator("#kind-town")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator("#kind-town")).to_be_hidden()
    page.locator("#filters-fold > summary").press("Enter")
    expect(page.locator("#kind-town")).to_be_visible()
