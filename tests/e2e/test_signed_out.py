"""A link from a mail, opened signed out, leads to the very post it speaks of, and to nothing before that."""

from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.person import Person

MEMBERS_FORUM = "/cs/forums/liberec/members/"


def number_of_last_post(person: Person) -> str:
    """Return the number by which a mail would name the last post on the page."""
    edit = person.main.locator("article.post").last.locator("a[href$='/edit/']")
    return (edit.get_attribute("href") or "").rstrip("/").split("/")[-2]


def test_a_link_to_a_post_for_members_leads_through_sign_in_to_that_post(open_window: Open, javascript: bool) -> None:
    author, reader = open_window(), open_window(javascript=javascript)
    author.play("editor")
    topic = author.start_topic(forum=MEMBERS_FORUM, title=f"Jen pro členy {uuid4().hex[:6]}", text="První.")
    author.reply(topic, "Číslo na paní z ubytovny pošlu tady.")
    address = f"/go/post/{number_of_last_post(author)}/"

    assert reader.open(address) == 404
    expect(reader.page.locator("body")).not_to_contain_text("ubytovny pošlu")
    reader.click("Sign in and return here")
    reader.main.locator('form[action$="/me/personas/member/"] button').click()

    assert reader.path == topic
    anchor = reader.page.url.partition("#")[2]
    expect(reader.page.locator(f"article#{anchor}")).to_contain_text("Číslo na paní z ubytovny pošlu tady.")


def test_a_page_that_asks_for_sign_in_is_where_one_comes_back(open_window: Open, javascript: bool) -> None:
    person = open_window(javascript=javascript)

    person.open("/cs/follow/")
    person.main.locator('form[action$="/me/personas/member/"] button').click()

    expect(person.main.locator(".followed__item").first).to_be_visible()
    assert person.path == "/cs/follow/"
