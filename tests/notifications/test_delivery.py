"""Which channel a notice takes: the rule as a table."""

from dataclasses import replace

import pytest

from core.notices import ByMail, Notice
from core.outbox import Event
from notifications.delivery import mailed_at_once, wanted_on_site


def notice(by_mail: ByMail) -> Notice:
    return Notice(code="test", events=(Event,), tell=lambda _event: None, name="", text="", by_mail=by_mail)


@pytest.mark.parametrize(
    ("by_mail", "level", "mail_choice", "own_word", "mailed"),
    [
        # what she follows: the level and the mail choice decide
        ("level", "overview", "weekly", None, False),
        ("level", "instant", "weekly", None, True),
        ("level", "overview", "instant", None, True),
        ("level", "instant", "site", None, False),
        ("level", "overview", "site", None, False),
        ("level", "instant", "weekly", False, False),
        ("level", "overview", "weekly", True, False),
        # she is meant herself: at once, unless she wants no mail
        ("news", "", "weekly", None, True),
        ("news", "", "instant", None, True),
        ("news", "", "site", None, False),
        ("news", "", "site", True, True),
        ("news", "", "weekly", False, False),
        # an answer or a duty: always, unless she switched it off
        ("service", "", "site", None, True),
        ("service", "", "weekly", False, False),
        ("never", "instant", "instant", True, False),
    ],
)
def test_what_is_mailed_at_once(
    by_mail: str, level: str, mail_choice: str, own_word: bool | None, mailed: bool
) -> None:
    answer = mailed_at_once(notice(ByMail(by_mail)), level=level, mail_choice=mail_choice, own_word=own_word)
    assert answer is mailed


@pytest.mark.parametrize(
    ("near_only", "near", "level", "mail_choice", "own_word", "listed"),
    [
        (False, False, "overview", "weekly", None, True),
        (False, True, "", "site", None, True),
        (False, True, "", "site", False, False),
        # every reply of a platform she follows in the overview would drown her list
        (True, False, "overview", "weekly", None, False),
        (True, False, "overview", "site", None, False),
        (True, True, "overview", "weekly", None, True),
        (True, False, "instant", "weekly", None, True),
        (True, False, "overview", "instant", None, True),
        (True, False, "instant", "weekly", False, False),
    ],
)
def test_what_stands_in_the_list_on_the_site(
    near_only: bool, near: bool, level: str, mail_choice: str, own_word: bool | None, listed: bool
) -> None:
    rule = replace(notice(ByMail.LEVEL), near_only=near_only)
    assert wanted_on_site(rule, near=near, level=level, mail_choice=mail_choice, own_word=own_word) is listed
