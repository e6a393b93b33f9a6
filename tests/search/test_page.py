"""The page of search, from what people did to what others find: through services, outbox, queue and engine."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.audiences import SITE
from core.states import State
from forums.services import delete_post, edit_post, hide_post, hide_topic, restore_topic
from search.engines.base import SearchUnavailableError
from search.models import SearchEntry
from search.queue import mark
from search.sync import sync_all
from tests.factories.accounts import AdminFactory, UserFactory
from tests.factories.forums import forum_of, reply_to, topic_in, writing
from tests.factories.organisations import OrganisationFactory
from tests.factories.platforms import PlatformFactory, member_of
from tests.factories.vocabulary import AreaFactory, TerritoryFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("embedded")]


@pytest.fixture
def settle(drain):
    """Let the outbox and the queue run dry."""

    def run():
        drain()
        sync_all()

    return run


def page(query, *, by=None, status=200):
    client = Client()
    if by:
        client.force_login(by)
    answer = client.get("/cs/search/", query if isinstance(query, dict) else {"q": query})
    assert answer.status_code == status
    return answer


def results(answer):
    """Return (kind, id) of each result."""
    found = answer.context.get("answer")
    return [(r.head.kind.code, r.head.item.pk) for r in found.results] if found else []


def test_a_topic_is_found_by_an_inflected_word_of_a_post(settle):
    topic = topic_in(title="Ubytovna se zavírá")
    post = reply_to(topic, text="Máme zkušenost s tlumočníky po telefonu.")
    settle()

    answer = page("tlumočníka")

    assert results(answer) == [("topic", topic.pk)]
    html = answer.content.decode()
    assert "<mark>tlumočníky</mark>" in html
    assert f"#post-{post.pk}" in html


def test_every_kind_is_found_by_its_name(settle):
    platform = PlatformFactory(names={"cs": "Bydlení v Liberci", "en": "Housing in Liberec"})
    OrganisationFactory(name="Centrum bydlení")
    settle()
    place = TerritoryFactory(names={"cs": "Bydlení nad Nisou"})
    call_command("rebuild_index", verbosity=0)

    answer = page("bydlením")

    assert ("platform", platform.pk) in results(answer)
    assert ("territory", place.pk) in results(answer)
    assert {kind for kind, _ in results(answer)} >= {"platform", "organisation", "territory"}
    assert results(page({"q": "bydlením", "kind": "territory"})) == [("territory", place.pk)]


@pytest.mark.parametrize(
    ("forum", "who", "seen"),
    [
        ("public", "visitor", True),
        ("public", "outsider", True),
        ("members", "visitor", False),
        ("members", "outsider", False),
        ("members", "member", True),
        ("members", "coordinator", True),
        ("members", "admin", True),
        ("members", "suspended", False),
    ],
)
def test_only_who_may_read_finds(settle, forum, who, seen):
    platform = PlatformFactory()
    topic = topic_in(forum_of(platform, slug=forum), title="Kauce a první nájem")
    person = {
        "visitor": lambda: None,
        "outsider": UserFactory,
        "member": lambda: member_of(platform),
        "coordinator": lambda: platform.author,
        "admin": AdminFactory,
        "suspended": lambda: member_of(platform, suspended=True),
    }[who]()
    settle()

    answer = page("nájem", by=person)

    assert results(answer) == ([("topic", topic.pk)] if seen else [])
    assert (answer.context["answer"].total == 1) is seen


def test_losing_access_counts_at_once_whatever_the_engine_says(settle):
    """The engine still has the post as public; the database knows better."""
    topic = topic_in(title="Kauce a první nájem")
    settle()
    type(topic).objects.filter(pk=topic.pk).update(audience=SITE)

    assert results(page("nájem")) == []
    assert results(page("nájem", by=UserFactory())) == [("topic", topic.pk)]


def test_what_is_hidden_or_deleted_is_not_there_even_before_the_engine_knows(settle):
    topic = topic_in(title="Ubytovna")
    first, second = reply_to(topic, text="tlumočník jedna"), reply_to(topic, text="tlumočník dva")
    settle()
    hide_post(first, by=topic.platform.author, reason="x")
    assert "jedna" not in page("tlumočník").content.decode()
    delete_post(second, by=second.author)
    assert results(page("tlumočník", by=topic.platform.author)) == []
    settle()
    assert results(page("tlumočník", by=topic.platform.author)) == []


@pytest.mark.parametrize("who", ["visitor", "author", "admin"])
@pytest.mark.parametrize("rule", ["public", "site"])
@pytest.mark.parametrize("state", State.values)
def test_only_what_is_published_is_found_whoever_asks(settle, state, rule, who):
    """Even its author and an administrator do not search among drafts and hidden things."""
    author = UserFactory()
    item = OrganisationFactory(name="Centrum pro nájem", by=author)
    settle()
    type(item).objects.filter(pk=item.pk).update(state=state, audience=rule)
    mark([("organisation", item.pk)])
    person = {"visitor": None, "author": author, "admin": AdminFactory()}[who]
    seen = state == State.PUBLISHED and (rule == "public" or person is not None)

    assert (results(page("nájem", by=person)) != []) is seen  # the engine is behind
    sync_all()
    answer = page("nájem", by=person)
    assert (results(answer) != []) is seen
    assert (answer.context["answer"].total == 1) is seen


def test_every_result_stands_on_one_page_and_the_links_lead_there_and_back(settle):
    items = {OrganisationFactory(name=f"Centrum nájem {number}").pk for number in range(45)}
    settle()
    seen, address, pages = [], "?q=nájem", 0
    while address:
        answer = Client().get(f"/cs/search/{address}")
        seen += [pk for _, pk in results(answer)]
        address, pages = answer.context["pager"]["older"], pages + 1

    assert (pages, len(seen), set(seen)) == (3, 45, items)
    assert answer.context["pager"]["newer"] == "?q=n%C3%A1jem&from=20"
    assert answer.context["answer"].total == 45


def test_a_page_is_filled_up_from_behind_when_the_engine_lags(settle):
    items = [OrganisationFactory(name=f"Centrum nájem {number}") for number in range(25)]
    settle()
    type(items[0]).objects.filter(pk__in=[item.pk for item in items[:4]]).update(state="hidden")

    assert len(results(page("nájem"))) == 20


def test_hiding_a_topic_hides_its_posts_and_restoring_brings_them_back(settle):
    topic = topic_in(title="Ubytovna")
    reply_to(topic, text="tlumočník")
    settle()
    hide_topic(topic, by=topic.platform.author, reason="x")
    settle()
    assert results(page("tlumočník")) == []
    topic.refresh_from_db()
    restore_topic(topic, by=topic.platform.author, reason="x")
    settle()
    assert results(page("tlumočník")) == [("topic", topic.pk)]


def test_an_edit_is_found_and_the_old_text_is_not(settle):
    topic = topic_in(title="Ubytovna")
    post = reply_to(topic, text="tlumočník")
    settle()
    edit_post(post, by=post.author, writing=writing("škola"))
    settle()

    assert results(page("tlumočník")) == []
    assert results(page("škola")) == [("topic", topic.pk)]


def test_a_renamed_person_is_found_by_her_new_name_by_those_she_shows_herself_to(settle):
    person = UserFactory(name="Květa Zahradníčková")
    call_command("rebuild_index", verbosity=0)

    assert results(page("Zahradníčková")) == []
    assert results(page("zahradnickova", by=UserFactory())) == [("person", person.pk)]


def test_posts_of_one_topic_are_counted_under_it(settle):
    topic = topic_in(title="Ubytovna")
    for number in range(4):
        reply_to(topic, text=f"tlumočník {number}", by=member_of(topic.platform))
    settle()

    html = page("tlumočník").content.decode()

    assert html.count('class="search-result ') == 1
    assert "4 posts" in html or "4 příspěvky" in html


def test_mistyped_words_find_what_was_meant_and_say_so(settle):
    topic = topic_in(title="Ubytovna")
    reply_to(topic, text="Hledáme tlumočníka.")
    settle()

    answer = page("tlumočnka")

    assert results(answer) == [("topic", topic.pk)]
    assert answer.context["answer"].meant == ["tlumočníka"]


def test_what_was_meant_is_found_on_every_page(settle):
    for number in range(25):
        OrganisationFactory(name=f"Spolek tlumočníků {number}")
    settle()

    first = page("tlumočnků")
    assert len(results(first)) == 20
    second = Client().get(f"/cs/search/{first.context['pager']['older']}")
    assert len(results(second)) == 5


def test_filters_narrow_and_can_be_taken_off(settle):
    platform, area = PlatformFactory(), AreaFactory()
    region = TerritoryFactory(region=True)
    town = TerritoryFactory(parent=region)
    topic = topic_in(forum_of(platform), title="Kauce a nájem", areas=[area])
    other = topic_in(title="Jiný nájem")
    OrganisationFactory(name="Nájem pro všechny", territory=town)
    settle()

    assert results(page({"q": "nájem", "platform": platform.pk})) == [("topic", topic.pk)]
    assert results(page({"q": "nájem", "area": area.code})) == [("topic", topic.pk)]
    assert [kind for kind, _ in results(page({"q": "nájem", "territory": region.code}))] == ["organisation"]
    answer = page({"q": "nájem", "platform": platform.pk, "kind": "organisation"})
    assert results(answer) == []
    assert [chip["remove_href"] for chip in answer.context["chips"]] == ["?q=n%C3%A1jem&kind=organisation"]
    assert ("topic", other.pk) in results(page("nájem"))


def test_each_filter_says_how_many_results_it_would_leave(settle):
    area, platform = AreaFactory(names={"cs": "bydlení"}), PlatformFactory(names={"cs": "Liberec"})
    topic_in(forum_of(platform), title="Kauce a nájem", areas=[area])
    topic_in(title="Jiný nájem")
    OrganisationFactory(name="Nájem pro všechny")
    settle()

    def told(query):
        groups = page(query).context["groups"]
        return {o["label"]: o["count"] for group in groups for o in group["options"] if group["open"]}

    assert told("nájem")["bydlení"] == told("nájem")["Liberec"] == 1
    assert "bydlení" not in told({"q": "nájem", "kind": "organisation"})
    chosen = page({"q": "nájem", "area": area.code, "year": ""}).context["groups"]
    options = [option for group in chosen for option in group["options"] if option["current"]]
    assert [(o["label"], o["href"]) for o in options] == [("bydlení", "?q=n%C3%A1jem&year=")]


def test_a_reader_is_not_shown_a_foreign_gist_where_her_own_language_answers(settle):
    topic = topic_in(title="Ubytovna se zavírá", text="Hledáme tlumočníka.")
    type(topic).objects.filter(pk=topic.pk).update(gists={"de": "Ein Wohnheim sucht Dolmetscher."})
    mark([("topic", topic.pk)])
    settle()

    assert "Wohnheim" not in page("ubytovna").content.decode()
    assert "Wohnheim" not in page("tlumočník").content.decode()
    assert "<mark>Wohnheim</mark>" in Client().get("/de/search/", {"q": "Wohnheim"}).content.decode()


def test_when_nothing_is_found_there_are_ways_on(settle):
    settle()
    ways = [way["href"] for way in page({"q": "xyzzyxyzzy", "language": "uk"}).context["ways"]]
    assert ways == ["?q=xyzzyxyzzy", "/cs/platforms/directory/?q=xyzzyxyzzy&who=people", "/cs/topics/"]


@pytest.mark.parametrize(
    "query",
    [
        "q=byt&kind=nonsense",
        "q=byt&platform=abc",
        "q=byt&platform=999999",
        "q=byt&area=%27",
        "q=byt&territory=Nikde",
        "q=byt&year=-1",
        "q=byt&language=xx",
        "q=" + "a" * 500,
        "year=nonsense",
    ],
)
def test_senseless_filters_are_errors_on_their_fields(query):
    answer = Client().get(f"/cs/search/?{query}")

    assert answer.status_code == 422
    assert answer.context["form"].errors


@pytest.mark.parametrize(
    "query",
    ["", "q=", "q=%00", "q=%20", "q=%22", "q=a+a&from=abc", "q=byt&from=99999999999", "q=byt&from=-1", "q=%ed%a0%80"],
)
def test_odd_addresses_are_no_error(query):
    assert Client().get(f"/cs/search/?{query}").status_code == 200


def test_a_hidden_platform_cannot_be_guessed_by_the_filter(settle):
    hidden = PlatformFactory(visibility="hidden")

    assert page({"q": "byt", "platform": hidden.pk}, status=422)


def test_what_was_typed_stays_and_is_only_text(settle):
    html = page('<script>alert(1)</script> "').content.decode()

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_without_an_engine_the_page_says_so_and_nothing_is_lost(settle, settings):
    working, settings.SEARCH_PATH = settings.SEARCH_PATH, settings.SEARCH_PATH + "/nowhere/x"
    topic = topic_in(title="Kauce a první nájem")
    with pytest.raises(SearchUnavailableError):
        settle()
    answer = page("nájem", status=503)
    assert "Kauce" not in answer.content.decode()
    assert 'value="nájem"' in answer.content.decode()
    assert Client().get("/health/ready").json()["search"] == "down"
    assert SearchEntry.objects.exclude(last_error="").exists()

    settings.SEARCH_PATH = working
    SearchEntry.objects.update(next_try_at="2026-01-01T00:00Z")
    settle()
    assert results(page("nájem")) == [("topic", topic.pk)]


def test_too_many_searches_are_asked_to_wait(settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "search": ((2, 3600),)}
    person = UserFactory()

    assert [Client().get("/cs/search/?q=byt").status_code for _ in range(3)] == [200, 200, 429]
    assert page("byt", by=person).status_code == 200
    assert Client(REMOTE_ADDR="192.0.2.7").get("/cs/search/?q=byt").status_code == 200
    assert Client().get("/cs/search/").status_code == 200


@pytest.mark.parametrize("signed_in", [False, True])
def test_statements_do_not_grow_with_results(settle, settings, signed_in):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "search": ((1000, 10**9),)}
    client = Client()
    if signed_in:
        client.force_login(UserFactory())
    client.get("/cs/search/?q=zahřátí")
    counts = {}
    for rows in (5, 50):
        forum = forum_of()
        for number in range(rows):
            topic_in(forum, title=f"Kauce {rows} {number}", text=f"slovo{rows} nájem")
        settle()
        with CaptureQueriesContext(connection) as seen:
            answer = client.get("/cs/search/", {"q": f"slovo{rows}"})
        assert len(results(answer)) == min(rows, 20)
        counts[rows] = len([row for row in seen if "SAVEPOINT" not in row["sql"]])

    assert counts[5] == counts[50] <= 14
