"""Which channel a notice takes: the rule as a table."""

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


@pytest.mark.parametrize(("own_word", "wanted"), [(None, True), (True, True), (False, False)])
def test_the_list_on_the_site_has_everything_but_what_she_refused(own_word: bool | None, wanted: bool) -> None:
    assert wanted_on_site(own_word=own_word) is wanted
