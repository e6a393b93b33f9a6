"""Links join two items; each end is there only for those who may see it, and who answers for an end decides."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from core.links.queries import links_of
from core.links.services import Note, confirm_link, propose_link, record_mentions, remove_link
from core.models import ItemLink, OutboxEvent
from core.rules import SITE
from core.viewer import VISITOR, viewer_for
from tests.core.notes import make_note
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("note_kind")]


def ref(note: Any) -> tuple[str, int]:
    return ("note", note.pk)


def link(source: Any, target: Any, *, by: Any, decides: bool = True, **more: Any) -> ItemLink | None:
    return propose_link(ref(source), target=ref(target), relation="discusses", by=by, decides=decides, **more)


def seen(note: Any, viewer: Any) -> list[tuple[str, str]]:
    with translation.override("en"):
        return [(str(group.words), one.title) for group in links_of("note", note.pk, viewer) for one in group.links]


def test_both_ends_show_the_link_in_their_own_words() -> None:
    one, two = make_note("one"), make_note("two")
    link(one, two, by=UserFactory())
    assert seen(one, VISITOR) == [("Discusses", "two")]
    assert seen(two, VISITOR) == [("Discussed in", "one")]


def test_end_that_is_not_visible_is_not_there() -> None:
    public, members_only = make_note("public"), make_note("secret", audience=SITE)
    link(public, members_only, by=UserFactory())
    assert seen(public, VISITOR) == []
    assert [title for _, title in seen(public, viewer_for(UserFactory()))] == ["secret"]


def test_proposal_is_seen_by_its_proposer_and_by_who_answers_for_an_end() -> None:
    author, proposer, moderator_of_7 = UserFactory(), UserFactory(), UserFactory()
    one, two = make_note("one", author=author), make_note("two", platform_id=7)
    proposed = link(one, two, by=proposer, decides=False)
    assert proposed
    assert [bool(seen(one, viewer_for(who))) for who in (author, proposer, UserFactory(admin=True))] == [True] * 3
    assert not seen(one, viewer_for(UserFactory()))
    assert not seen(one, VISITOR)
    moderating = viewer_for(moderator_of_7)
    assert seen(
        one, type(moderating)(person_id=moderator_of_7.pk, audiences=frozenset({"public", "platform:7:moderate"}))
    )
    confirm_link(proposed, by=author)
    assert seen(one, VISITOR)


def test_confirming_and_removing_say_whether_they_changed_anything() -> None:
    proposed = link(make_note(), make_note(), by=UserFactory(), decides=False)
    decider = UserFactory()
    assert proposed
    assert [confirm_link(proposed, by=decider), confirm_link(proposed, by=decider)] == [True, False]
    assert [remove_link(proposed, by=decider), remove_link(proposed, by=decider)] == [True, False]
    names = list(OutboxEvent.objects.filter(name__startswith="core.link").values_list("name", flat=True).order_by("pk"))
    assert names == ["core.link_proposed", "core.link_confirmed", "core.link_removed"]


def test_what_was_taken_off_is_not_proposed_again_but_may_be_decided_anew() -> None:
    one, two, decider = make_note(), make_note(), UserFactory()
    stored = link(one, two, by=decider)
    assert stored
    remove_link(stored, by=decider)
    assert link(one, two, by=UserFactory(), decides=False) is None
    assert link(one, two, by=decider) is not None


def test_withdrawn_proposal_is_forgotten() -> None:
    proposer = UserFactory()
    proposed = link(make_note(), make_note(), by=proposer, decides=False)
    assert proposed
    assert remove_link(proposed, by=proposer) is True
    assert not ItemLink.objects.exists()


def test_nothing_is_linked_to_itself_or_twice() -> None:
    one, two, by = make_note(), make_note(), UserFactory()
    assert link(one, one, by=by) is None
    assert link(one, two, by=by) is not None
    assert link(one, two, by=by) is None


def test_mentions_follow_the_text() -> None:
    note, other, third = make_note(), make_note(), make_note()
    assert record_mentions("note", note.pk, [ref(other), ref(note), ("person", 5), ref(other)]) is True
    assert list(ItemLink.objects.values_list("target_kind", "target_id")) == [ref(other)]
    assert record_mentions("note", note.pk, [ref(other)]) is False
    assert record_mentions("note", note.pk, [ref(third)]) is True
    assert list(ItemLink.objects.values_list("target_id", flat=True)) == [third.pk]


def test_removed_mention_stays_removed_and_a_persons_link_is_not_touched() -> None:
    note, other = make_note(), make_note()
    record_mentions("note", note.pk, [ref(other)])
    remove_link(ItemLink.objects.get(), by=UserFactory())
    record_mentions("note", note.pk, [ref(other)])
    assert seen(note, VISITOR) == []
    link(note, other, by=UserFactory())
    record_mentions("note", note.pk, [])
    assert len(seen(note, VISITOR)) == 1


@pytest.mark.parametrize("number", [2, 12])
def test_links_cost_the_same_for_few_and_many(number: int, django_assert_num_queries: Any) -> None:
    note, by = make_note(), UserFactory()
    for _ in range(number):
        link(note, make_note(), by=by)
    with django_assert_num_queries(2):
        assert len(seen(note, viewer_for(UserFactory.build(state="suspended")))) == number


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    ("pasted", "status"),
    [
        ("/go/note/{pk}/", 302),
        ("http://localhost:8000/go/note/{pk}/", 302),
        ("/cs/notes/{pk}/#note-{pk}", 302),
        ("/go/note/{secret}/", 422),
        ("/go/note/999999/", 422),
        ("/go/nothing/1/", 422),
        ("https://example.org/", 422),
        ("javascript:alert(1)", 422),
        ("http://[", 422),
        ("/go/note/{own}/", 422),
        ("x" * 5000, 422),
        ("", 422),
    ],
)
def test_address_is_resolved_or_refused_with_nothing_lost(pasted: str, status: int) -> None:
    person = UserFactory()
    note = make_note(author=person)
    address = pasted.format(pk=make_note().pk, own=note.pk, secret=make_note(audience="public", state="hidden").pk)
    sent = {"address": address, "relation": "cites", "note": "Because of this."}
    response = signed_in(person).post(f"/cs/links/add/note/{note.pk}/", sent)
    assert response.status_code == status
    assert ItemLink.objects.count() == (status == 302)
    if status == 422:
        assert "Because of this." in response.content.decode()


def test_linking_needs_an_account_and_a_visible_item() -> None:
    hidden = make_note(state="hidden")
    assert Client().get(f"/cs/links/add/note/{hidden.pk}/").status_code == 302
    assert signed_in(UserFactory()).get(f"/cs/links/add/note/{hidden.pk}/").status_code == 404
    assert signed_in(UserFactory()).get("/cs/links/add/nothing/1/").status_code == 404


def test_only_who_answers_for_an_end_confirms() -> None:
    author, proposer = UserFactory(), UserFactory()
    proposed = link(make_note(author=author), make_note(), by=proposer, decides=False)
    assert proposed
    asked = [
        signed_in(who).post(f"/cs/links/{proposed.pk}/confirm/").status_code
        for who in (UserFactory(), proposer, author)
    ]
    assert asked == [404, 403, 302]
    assert signed_in(UserFactory()).post(f"/cs/links/{proposed.pk}/remove/").status_code == 403
    assert signed_in(author).post(f"/cs/links/{proposed.pk}/remove/").status_code == 302
    assert signed_in(author).post(f"/cs/links/{proposed.pk}/remove/").status_code == 404


def test_links_are_limited_in_time(settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "link": ((1, 10**9),)}
    person = UserFactory()
    note, client = make_note(author=person), signed_in(person)
    statuses = [
        client.post(
            f"/cs/links/add/note/{note.pk}/", {"address": f"/go/note/{make_note().pk}/", "relation": "cites"}
        ).status_code
        for _ in range(2)
    ]
    assert statuses == [302, 422]


def test_note_is_cut_and_keeps_its_language() -> None:
    stored = link(make_note(), make_note(), by=UserFactory(), note=Note(text="x" * 900, language="cs"))
    assert stored
    assert (len(stored.note), stored.note_language) == (500, "cs")
