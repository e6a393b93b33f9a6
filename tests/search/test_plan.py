"""The whole table of what is done about an item whose turn has come."""

from itertools import product

import pytest

from search.plan import Situation, Step, plan

WAITING, DONE = (5, 4), (5, 5)


@pytest.mark.parametrize(
    ("versions", "searchable", "present", "published"), list(product([WAITING, DONE], *[[True, False]] * 3))
)
def test_every_situation(versions, searchable, present, published):
    version, synced = versions
    situation = Situation(
        version=version, synced_version=synced, searchable=searchable, present=present, published=published
    )

    wanted = Step.INDEX if searchable and present and published else Step.DELETE

    assert plan(situation) is (Step.SKIP if versions == DONE else wanted)


def test_an_entry_overtaken_by_another_worker_is_left_alone():
    assert plan(Situation(version=5, synced_version=9, searchable=True, present=True, published=True)) is Step.SKIP
