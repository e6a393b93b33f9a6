"""A password can be seen while it is typed, and is hidden again before it is sent."""

from playwright.sync_api import expect

from tests.e2e.conftest import Open

LOGIN = "/cs/accounts/login/"


def test_a_password_is_shown_and_hidden_by_its_button(open_window: Open) -> None:
    person = open_window()
    person.open(LOGIN)
    password, button = person.main.locator("#id_password"), person.main.locator("button.reveal")
    password.fill("heslo dlouhé dost")
    button.press("Enter")
    expect(password).to_have_attribute("type", "text")
    button.press("Enter")
    expect(password).to_have_attribute("type", "password")
    expect(password).to_have_value("heslo dlouhé dost")


def test_what_was_shown_is_sent_as_a_password(open_window: Open) -> None:
    person = open_window()
    person.open(LOGIN)
    person.fill(login="nikdo@example.org", password="heslo dlouhé dost")
    person.main.locator("button.reveal").click()
    seen = person.page.evaluate(
        """() => new Promise((done) => {
            const field = document.querySelector("#id_password");
            field.form.addEventListener("submit", (event) => { event.preventDefault(); done(field.type); });
            field.form.requestSubmit();
        })"""
    )
    assert seen == "password"


def test_without_scripts_there_is_no_button(open_window: Open) -> None:
    person = open_window(javascript=False)
    person.open(LOGIN)
    expect(person.main.locator("#id_password")).to_be_visible()
    expect(person.main.locator(".reveal")).to_have_count(0)
