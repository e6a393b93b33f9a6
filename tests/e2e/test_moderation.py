"""A report reaches the moderator; what she hides is gone for others, and its author reads the reason."""

from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e.conftest import Open

FORUM = "/cs/forums/liberec/public/"


def test_what_is_reported_is_hidden_with_a_reason(open_window: Open, javascript: bool) -> None:
    author, reader, moderator = (open_window(javascript=javascript) for _ in range(3))
    word = uuid4().hex[:6]
    reason = f"Telefon cizího člověka sem nepatří ({word})."
    author.play("member")
    topic = author.start_topic(forum=FORUM, title=f"Ubytovna {word}", text="Kam s lidmi?")
    author.reply(topic, f"Volejte panu Novákovi na 600 000 {word}.")

    reader.play("editor", onward=topic)
    reported = reader.main.locator("article.post").last
    reader.unfold("More", within=reported)
    reported.locator("a[href*='/report/']").click()
    reader.main.locator("[name=reason][value=personal_data]").check()
    reader.click("Send the report")
    expect(reader.page.locator(".toast")).to_be_visible()

    moderator.play("moderator", onward="/cs/moderation/")
    moderator.main.locator(".panel").filter(has_text=f"Ubytovna {word}").get_by_role("link").click()
    moderator.fill(reason=reason)
    moderator.click("Hide")
    expect(moderator.page.locator(".toast")).to_be_visible()

    reader.open(topic)
    expect(reader.main.locator(".posts")).not_to_contain_text("600 000")
    visitor = open_window(javascript=javascript)
    visitor.open(topic)
    expect(visitor.main.locator(".posts")).not_to_contain_text("600 000")

    told = author.main.locator(".notification").filter(has_text=reason)
    author.wait_for(told, at="/cs/notifications/")
    expect(told).not_to_contain_text("Barbora")  # who reported is not told
