"""A text outlives the sign-in under which it was written, for its person alone and until she signs out."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.e2e.person import czech

FORM = "/cs/forums/bydleni/public/new/"


def kept(page: Page) -> int:
    return int(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('typed:')).length"))


def test_a_text_is_offered_again_after_the_sign_in_expired(open_window: Open) -> None:
    person = open_window()
    person.page.route("**/drafts/save/", lambda route: route.abort())
    person.play("member", onward=FORM)
    person.open(FORM)
    person.fill(title="Kdo půjčuje na kauci?")
    person.write("U nás nikdo.")
    person.page.wait_for_timeout(700)
    person.page.context.clear_cookies(name="sessionid")
    person.send()
    expect(person.page.locator("[data-not-sent]")).to_be_visible()

    person.play("member", onward=FORM)
    person.open(FORM)
    person.click("Bring it back")
    expect(person.main.locator("[name=title]")).to_have_value("Kdo půjčuje na kauci?")
    assert "U nás nikdo." in person.text_in_composer()
    person.send()
    expect(person.page.locator("h1")).to_have_text("Kdo půjčuje na kauci?")
    person.page.wait_for_load_state("load")  # the page where the text was taken is the one that says so

    person.open(FORM)
    expect(person.control("Bring it back")).to_have_count(0)
    assert kept(person.page) == 0


def test_a_text_is_offered_again_when_nobody_took_it(open_window: Open) -> None:
    person = open_window()
    person.page.route("**/drafts/save/", lambda route: route.abort())
    person.play("member", onward=FORM)
    person.open(FORM)
    person.fill(title="Odesláno do výpadku")
    person.write("Server zrovna neběžel.")
    maintenance = {"status": 200, "content_type": "text/html", "body": "<h1>Opravujeme</h1>"}
    person.page.route(f"**{FORM}", lambda route: route.fulfill(**maintenance), times=1)
    person.send()
    expect(person.page.locator("h1")).to_have_text("Opravujeme")

    person.open(FORM)
    person.click("Bring it back")
    expect(person.main.locator("[name=title]")).to_have_value("Odesláno do výpadku")


def test_signing_out_leaves_nothing_in_the_browser(open_window: Open) -> None:
    person = open_window()
    person.play("moderator", onward=FORM)
    person.open(FORM)
    person.fill(title="Tohle nikdo další neuvidí")
    person.page.wait_for_timeout(700)
    assert kept(person.page) == 1
    person.page.locator(".menu__summary--person").click()
    person.page.get_by_role("button", name=czech("Sign out")).click()
    expect(person.page.locator(".menu__summary--person")).to_have_count(0)
    assert kept(person.page) == 0
