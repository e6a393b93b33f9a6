"""On which channel a notice reaches a person: one pure rule, so that it can be read and tested as a table."""

from accounts.models import MailChoice
from core.notices import ByMail, Notice
from following.models import FollowLevel


def wanted_on_site(notice: Notice, *, near: bool, level: str, mail_choice: str, own_word: bool | None = None) -> bool:
    """Return whether it stands in her list: unless she said no, or it comes from afar and the overview brings it.

    `near` says that she follows the very thing, or is meant herself.
    """
    if own_word is False:
        return False
    if near or not notice.near_only:
        return True
    return level == FollowLevel.INSTANT or mail_choice == MailChoice.INSTANT


def mailed_at_once(notice: Notice, *, level: str, mail_choice: str, own_word: bool | None = None) -> bool:
    """Return whether it is mailed at once.

    `level` is that at which she follows the place ("" when she is meant herself), `own_word` her delivery choice.
    """
    if notice.by_mail == ByMail.NEVER or own_word is False:
        return False
    if notice.by_mail == ByMail.LEVEL:
        asked = level == FollowLevel.INSTANT or mail_choice == MailChoice.INSTANT
        return asked and mail_choice != MailChoice.SITE
    if own_word is True or notice.by_mail == ByMail.SERVICE:
        return True
    return mail_choice != MailChoice.SITE
