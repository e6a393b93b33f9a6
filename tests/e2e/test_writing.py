"""Somebody signs up, joins, writes, is answered and told of it; search finds it, the overview brings it, and ends."""

from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.person import czech
from tests.e2e.running_site import RunningSite

FORUM = "/cs/forums/liberec/public/"
DAYS = " – "  # the subject of an overview names the first and the last day it is about


def test_a_newcomer_writes_is_answered_told_and_leaves_the_overview(
    site: RunningSite, open_window: Open, javascript: bool
) -> None:
    author, other = open_window(javascript=javascript), open_window(javascript=javascript)
    word = f"Kolovrátek{uuid4().hex[:6]}"
    email = f"{uuid4().hex[:8]}@example.org"

    author.sign_up("Radka Poutníková", email=email, mail_choice="weekly")
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

    site.let_days_pass(8)
    author.open_mail(to=email, subject=DAYS)
    expect(author.page.locator(".outbox__text")).to_contain_text(word)
    author.follow_mail_link("/mail/u/")
    author.click("End it")
    author.open("/cs/notifications/settings/")
    expect(author.main.get_by_text(czech("No overview comes to you."))).to_be_visible()


def test_a_visitor_subscribes_by_a_confirmed_address_and_leaves_by_one_click(
    site: RunningSite, open_window: Open, javascript: bool
) -> None:
    visitor, writer = open_window(javascript=javascript), open_window()
    email = f"{uuid4().hex[:8]}@example.org"

    visitor.open("/cs/platforms/skola/")
    visitor.click("Subscribe")
    visitor.fill(email=email)
    visitor.click("Send me the link")
    visitor.open_mail(to=email)
    visitor.follow_mail_link("/mail/c/")
    visitor.click("Yes, I want it")

    title = f"Přípravná třída {uuid4().hex[:6]}"
    writer.play("editor")
    topic = writer.start_topic(forum="/cs/forums/skola/public/", title=title, text="Kolik dětí ji má?")
    hidden = writer.start_topic(forum="/cs/forums/skola/members/", title=f"{title} jen pro nás", text="Jména.")
    visitor.wait_for(visitor.main.locator(".search-result").filter(has_text=title), at=f"/cs/search/?q={title}")
    assert visitor.open(topic) == 200
    assert visitor.open(hidden) == 404

    site.let_days_pass(8)
    visitor.open_mail(to=email, subject=DAYS)
    expect(visitor.page.locator(".outbox__text")).to_contain_text(title)
    expect(visitor.page.locator(".outbox__text")).not_to_contain_text("jen pro nás")
    visitor.follow_mail_link("/mail/u/")
    visitor.click("End it")
    expect(visitor.page.locator("h1")).to_have_text(czech("Done"))
