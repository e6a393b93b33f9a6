"""Who may read what: audiences, viewers and the one rule, told once in SQL and once for a row, over a whole table."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from core import audiences
from core.audiences import ensure_audience, people_audience, readers_count, refresh_audience, register_rule
from core.kinds import Kind, all_kinds, get_kind, load_visible, register
from core.models import Audience, AudienceMember
from core.rules import PUBLIC, SITE
from core.states import State
from core.viewer import VISITOR, Viewer, viewer_for, viewers_for
from tests.core.agreement import assert_rules_agree
from tests.core.notes import NoteKind, make_note
from tests.factories.accounts import AdminFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clubs(monkeypatch) -> dict[str, list[int]]:
    """Rules `club:…`, satisfied by whoever stands in this dictionary."""
    monkeypatch.setattr(audiences, "_prefixes", dict(audiences._prefixes))
    members: dict[str, list[int]] = {}
    register_rule("club", members=lambda rule: members.get(rule, []))
    return members


def test_the_two_fixed_audiences_always_exist() -> None:
    assert set(Audience.objects.filter(rule__in=[PUBLIC, SITE]).values_list("rule", flat=True)) == {PUBLIC, SITE}


def test_audience_holds_whom_its_app_names(clubs) -> None:
    one, two = UserFactory(), UserFactory()
    clubs["club:1"] = [one.pk]
    assert ensure_audience("club:1") == "club:1"
    assert viewer_for(one).satisfies("club:1")
    assert not viewer_for(two).satisfies("club:1")
    clubs["club:1"] = [two.pk]
    assert refresh_audience("club:1") is True
    assert refresh_audience("club:1") is False
    assert [viewer_for(who).satisfies("club:1") for who in (one, two)] == [False, True]


def test_rule_of_no_app_has_no_members() -> None:
    ensure_audience("nobody:1")
    assert refresh_audience("nobody:1") is False
    assert readers_count("nobody:1") == 0


def test_named_people_share_one_rule() -> None:
    one, two, three = UserFactory(), UserFactory(), UserFactory()
    rule = people_audience([two.pk, one.pk, one.pk])
    assert people_audience([one.pk, two.pk]) == rule
    assert [viewer_for(who).satisfies(rule) for who in (one, two, three)] == [True, True, False]
    with pytest.raises(ValueError, match="at most a dozen"):
        people_audience(range(10**6, 10**6 + 20))


def test_readers_are_counted_as_long_as_they_are_active(clubs) -> None:
    people = [UserFactory(), UserFactory(suspended=True)]
    clubs["club:1"] = [person.pk for person in people]
    ensure_audience("club:1")
    assert readers_count("club:1") == 1
    assert readers_count(PUBLIC) is None
    assert readers_count(SITE) >= 1


@pytest.mark.parametrize("trait", ["suspended", "closed"])
def test_who_is_not_active_reads_as_a_visitor(trait: str) -> None:
    assert viewer_for(UserFactory(**{trait: True})) == VISITOR
    assert viewer_for(AnonymousUser()) == VISITOR


def test_member_satisfies_public_and_site() -> None:
    viewer = viewer_for(UserFactory(reads=["uk", "cs"]))
    assert viewer.audiences >= {PUBLIC, SITE}
    assert viewer.languages == ("uk", "cs")
    assert not viewer.is_admin


def test_administrator_satisfies_all_rules_but_those_of_named_people(clubs) -> None:
    ensure_audience("club:1")
    private = people_audience([UserFactory().pk])
    admin = AdminFactory()
    viewer = viewer_for(admin)
    assert viewer.satisfies("club:1")
    assert not viewer.satisfies(private)
    assert viewer.may("moderate", platform_id=None)


def test_permissions_are_rules_of_platforms() -> None:
    viewer = Viewer(person_id=1, audiences=frozenset({"platform:7", "platform:7:moderate", "platform:8:contribute"}))
    assert viewer.may("moderate", platform_id=7)
    assert not viewer.may("moderate", platform_id=8)
    assert not viewer.may("moderate", platform_id=None)
    assert viewer.platforms_with("moderate") == [7]


def test_viewer_costs_one_statement(django_assert_num_queries) -> None:
    person = UserFactory()
    with django_assert_num_queries(1):
        viewer_for(person)
    with django_assert_num_queries(0):
        viewer_for(AnonymousUser())


@pytest.mark.parametrize("number", [1, 10])
def test_viewers_of_a_batch_cost_two_statements(clubs, django_assert_num_queries, number: int) -> None:
    people = [UserFactory() for _ in range(number)]
    clubs["club:1"] = [person.pk for person in people[:1]]
    ensure_audience("club:1")
    asked = [*(person.pk for person in people), UserFactory(suspended=True).pk, 10**9]
    with django_assert_num_queries(2):
        found = viewers_for(asked)
    assert found == {person.pk: viewer_for(person) for person in people}


def test_rules_agree_over_audiences_states_and_viewers(note_kind: NoteKind, clubs) -> None:
    author, moderator, member, named = UserFactory(), UserFactory(), UserFactory(), UserFactory()
    clubs.update({"club:1": [member.pk, author.pk, moderator.pk]})
    for rule in ("club:1", "platform:7", "platform:7:moderate"):
        ensure_audience(rule)
    for person, rule in ((moderator, "platform:7"), (moderator, "platform:7:moderate"), (member, "platform:7")):
        AudienceMember.objects.create(person=person, audience_id=rule)
    for rule in (PUBLIC, SITE, "club:1", "platform:7", people_audience([named.pk, author.pk])):
        for state in State.values:
            for platform_id in (None, 7, 8):
                make_note(f"{rule} {state}", audience=rule, state=state, author=author, platform_id=platform_id)
    everybody = {"author": author, "moderator": moderator, "member": member, "named": named, "admin": AdminFactory()}
    cast = {"visitor": VISITOR, **{name: viewer_for(person) for name, person in everybody.items()}}
    seen = assert_rules_agree(note_kind, cast)
    assert seen["visitor"] < seen["member"] < seen["moderator"]
    assert not any(
        pk in seen["visitor"] for pk in note_kind.model.objects.exclude(audience=PUBLIC).values_list("pk", flat=True)
    )


def test_the_comparison_finds_a_rule_that_lies(note_kind: NoteKind, monkeypatch) -> None:
    make_note(audience=SITE)
    cast = {"visitor": VISITOR, "member": viewer_for(UserFactory())}
    assert_rules_agree(note_kind, cast)
    monkeypatch.setattr(NoteKind, "can_view", lambda *_: True)
    with pytest.raises(AssertionError, match="differ for visitor"):
        assert_rules_agree(note_kind, cast)


def test_a_code_belongs_to_one_kind(note_kind: NoteKind) -> None:
    class Impostor(Kind):
        code = "note"

    register(NoteKind())
    assert get_kind("note") in all_kinds()
    with pytest.raises(ValueError, match="share the code"):
        register(Impostor())


def test_many_references_are_loaded_by_one_statement_per_kind(note_kind, django_assert_num_queries) -> None:
    visible, hidden = make_note(), make_note(state=State.HIDDEN)
    asked: list[tuple[str, Any]] = [("note", visible.pk), ("note", hidden.pk), ("note", 10**9), ("nothing", 1)]
    with django_assert_num_queries(1):
        assert load_visible(asked, VISITOR) == {("note", visible.pk): visible}
