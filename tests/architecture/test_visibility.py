"""For every registered kind the rule in SQL and the rule for one object say the same to everybody."""

import pytest

from core.kinds import all_kinds
from tests.visibility import MAKERS, disagreements

KINDS = [kind.code for kind in all_kinds()]


def test_every_kind_is_on_the_stage() -> None:
    assert set(KINDS) == set(MAKERS)


@pytest.mark.django_db
@pytest.mark.parametrize("code", KINDS)
def test_can_view_and_visible_to_agree(code: str) -> None:
    assert disagreements(code) == []
