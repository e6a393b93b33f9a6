"""For every registered kind the rule in SQL and the rule for one object say the same to everybody."""

import pytest

from core.kinds import all_kinds
from tests.visibility import assert_rules_agree, cast_and_items

KINDS = [kind.code for kind in all_kinds()]


def test_there_are_kinds() -> None:
    assert {"topic", "post", "platform", "organisation", "person"} <= set(KINDS)


@pytest.mark.django_db
@pytest.mark.parametrize("code", KINDS)
def test_can_view_and_visible_to_agree(code: str) -> None:
    cast, items = cast_and_items(code)
    assert items, f"no object of kind {code} was made"
    assert_rules_agree(code, cast=cast)
