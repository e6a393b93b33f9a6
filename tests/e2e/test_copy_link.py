"""The link to a post: copied where scripts run, and said aloud; else it simply leads there."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.kinds import FORUM
from tests.e2e.person import czech


def test_a_link_to_a_post_is_copied_or_followed(open_window: Open, javascript: bool) -> None:
    person = open_window(javascript=javascript, permissions=["clipboard-read", "clipboard-write"])
    person.open(FORUM)
    person.main.locator(".topic-row h2 a").first.click()
    person.page.wait_for_load_state()  # a click before the script has come is followed, which is right too
    post = person.main.locator("article.post").first
    link = post.get_by_role("link", name=czech("Copy the link"))
    anchor, href = post.get_attribute("id"), link.get_attribute("href")
    assert href == f"/go/post/{(anchor or '').removeprefix('post-')}/"
    link.click()
    if not javascript:
        expect(person.page).to_have_url(re.compile(rf"#{anchor}$"))
        return
    expect(person.page.locator("[role=status] .toast")).to_have_text(czech("The link is copied."))
    copied = person.page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(href)
    person.open(copied)
    expect(person.page).to_have_url(re.compile(rf"#{anchor}$"))


def test_the_exact_time_is_there_for_keyboard_and_paper(open_window: Open) -> None:
    person = open_window()
    person.open("/cs/topics/")
    time = person.main.locator(".topic-row__counts time").first
    exact = time.get_attribute("title") or ""
    assert re.fullmatch(r"\d{1,2}\.\s\d{1,2}\.\s\d{4}\s\d{1,2}:\d\d", exact)
    expect(time).not_to_have_text(exact)
    person.page.emulate_media(media="print")
    assert exact in time.evaluate("time => getComputedStyle(time, '::after').content")


def test_paper_holds_the_posts_and_nothing_to_press(open_window: Open) -> None:
    person = open_window(viewport={"width": 1600, "height": 900})
    person.play("moderator")
    person.open("/cs/topics/")
    person.main.locator(".topic-row h2 a").first.click()
    pressed = person.main.locator(".reply, .post__actions, .list-detail, .topic-tools, .rail, .post-place--new")
    expect(pressed.filter(visible=True).first).to_be_visible()
    person.page.emulate_media(media="print")
    expect(pressed.filter(visible=True)).to_have_count(0)
    expect(person.posts.first).to_be_visible()
