"""What goes wrong between a form and its sending: an error where it belongs, and nothing typed is lost."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.person import Person

FORUM = "/cs/forums/praha/public/"
TEXT = "Formulář máme, mongolsky ho teprve překládáme."


@pytest.fixture
def writer(open_window: Open, javascript: bool) -> Person:
    """A person of her own, so that no other test uses up her limits."""
    person = open_window(javascript=javascript)
    person.sign_up("Věra Zkoušková", email=f"vera-{uuid4().hex[:8]}@example.org")
    person.join("praha")
    return person


def test_a_title_left_empty_keeps_the_text(writer: Person) -> None:
    writer.open(f"{FORUM}new/")
    writer.write(TEXT)
    writer.fill(title="  ")  # the browser lets this pass, the site does not
    writer.send()

    expect(writer.main.locator(".error-summary")).to_be_visible()
    expect(writer.main.locator("[name=title]")).to_have_attribute("aria-invalid", "true")
    assert writer.text_in_composer() == TEXT


def test_a_double_click_sends_one_topic_and_one_reply(writer: Person) -> None:
    title = f"Dvakrát kliknuto {uuid4().hex[:6]}"
    writer.open(f"{FORUM}new/")
    writer.fill(title=title)
    writer.write(TEXT)
    writer.composer_button.dblclick()
    expect(writer.page.locator("h1")).to_have_text(title)
    writer.write("A ještě vietnamsky.")
    writer.composer_button.dblclick()
    expect(writer.last_post).to_have_text("A ještě vietnamsky.")
    expect(writer.posts).to_have_count(2)

    writer.open(FORUM)
    expect(writer.main.locator(".rows").get_by_text(title)).to_have_count(1)


def test_a_topic_closed_while_somebody_writes_says_so_and_keeps_the_text(writer: Person, open_window: Open) -> None:
    topic = writer.start_topic(forum=FORUM, title=f"Zavře se {uuid4().hex[:6]}", text="Ptám se.")
    writer.write(TEXT)
    keeper = open_window(javascript=writer.scripts)
    keeper.play("administrator", onward=topic)
    keeper.unfold("Manage the topic")
    keeper.click("Close to replies")
    expect(keeper.page.locator(".toast")).to_be_visible()

    writer.send()

    expect(writer.main.get_by_role("alert")).to_be_visible()
    expect(writer.main.locator("textarea#typed")).to_have_value(TEXT)
    writer.open(topic)
    expect(writer.posts).to_have_count(1)


def test_an_address_without_a_page_says_what_to_do(open_window: Open, javascript: bool) -> None:
    visitor = open_window(javascript=javascript)

    assert visitor.open("/cs/topics/999999999-nic/") == 404
    visitor.main.locator("[name=q]").fill("tlumočníkům")
    visitor.main.locator("form[role=search] button").click()
    expect(visitor.main.locator(".search-result").first).to_be_visible()


def test_a_used_confirmation_link_leads_to_sign_in(open_window: Open, javascript: bool) -> None:
    visitor = open_window(javascript=javascript)

    visitor.open("/cs/accounts/confirm-email/already-used/")
    visitor.click("Sign in")
    assert visitor.path == "/cs/accounts/login/"
