"""Somebody signs up, joins, writes, is answered, and is told of it; search finds what was written."""

from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e.conftest import Open

FORUM = "/cs/forums/liberec/public/"


def test_a_newcomer_writes_is_answered_told_and_found(open_window: Open, javascript: bool) -> None:
    author, other = open_window(javascript=javascript), open_window(javascript=javascript)
    word = f"Kolovrátek{uuid4().hex[:6]}"

    author.sign_up("Radka Poutníková", email=f"{word.lower()}@example.org")
    author.join("liberec")
    text = "Kdo zná tlumočnici z mongolštiny?"
    topic = author.start_topic(forum=FORUM, title=f"{word}: mongolští tlumočníci", text=text)
    expect(author.last_post).to_have_text(text)

    other.play("coordinator", onward=topic)
    other.reply(topic, "Zavolejte paní Saraa.")

    author.wait_for(author.page.locator(".count-badge"), at="/cs/notifications/")
    line = author.main.locator(".notification--unread").filter(has_text=word)
    line.locator("a.notification__link").click()
    expect(author.last_post).to_have_text("Zavolejte paní Saraa.")

    found = author.main.locator(".search-result").filter(has_text=word)
    author.wait_for(found, at=f"/cs/search/?q=tlumočníkovi+mongolských+{word}")
    found.get_by_role("link").first.click()
    expect(author.page.locator("h1")).to_contain_text(word)
