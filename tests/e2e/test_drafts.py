"""Somebody begins a topic, goes away and comes back: her text waits, until she throws it away."""

from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.person import czech

FORUM = "/cs/forums/bydleni/public/"


def test_a_text_begun_waits_until_it_is_thrown_away(open_window: Open, javascript: bool) -> None:
    person = open_window(javascript=javascript)
    person.play("member", onward=FORUM)
    person.open(f"{FORUM}new/")
    person.fill(title="Rozepsané téma")
    person.write("Tohle dopíšu zítra.")
    if javascript:
        expect(person.main.get_by_text(czech("Kept as a draft."))).to_be_visible()
    else:
        person.click("Keep as a draft")

    person.open("/cs/")
    person.open(f"{FORUM}new/")
    expect(person.main.locator("[name=title]")).to_have_value("Rozepsané téma")
    assert "Tohle dopíšu zítra." in person.text_in_composer()

    person.click("Throw it away")
    expect(person.main.locator("[name=title]")).to_have_value("")
    assert person.text_in_composer().strip() == ""
