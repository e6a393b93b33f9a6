"""Asked right before a mail leaves: may she still read it, does she still want it? A collected mail is written anew."""

from core.notices import ByMail, get_notice
from core.viewer import Viewer, viewers_for
from following.models import FollowLevel
from following.services import level_for
from mail.models import OutgoingMail
from notifications.delivery import mailed_at_once
from notifications.instant.letters import Reader, Writer
from notifications.models import Channel, DeliveryChoice, InstantMail
from notifications.stock import Stock


def reason_against(mail: OutgoingMail) -> str | None:
    """Return why the mail must not leave, None when it may; what is left of a collected one replaces its text."""
    ids = mail.check_ref.get("instant")
    if ids is None:
        return None
    rows = list(InstantMail.objects.filter(pk__in=ids).order_by("pk"))
    viewer = viewers_for([mail.person_id]).get(mail.person_id) if mail.person_id else None
    if not rows or viewer is None or mail.person is None:
        return "not a member any more"
    mail.to = mail.person.email or mail.to  # she may have another address since
    writer = Writer(Stock())
    writer.gather(rows)
    left = [row for row in rows if writer.readable(row, viewer) and _wanted(row, mail, viewer)]
    if not left:
        return "no longer there for her, or no longer wanted"
    if len(left) < len(rows):
        letter = writer.together(left, Reader(person=mail.person, viewer=viewer))
        mail.subject, mail.text, mail.html = letter.subject, letter.text, letter.html
    return None


def _wanted(row: InstantMail, mail: OutgoingMail, viewer: Viewer) -> bool:
    notice = get_notice(row.notice)
    if notice is None or mail.person is None:
        return False
    choice = DeliveryChoice.objects.filter(person_id=row.person_id, notice=row.notice, channel=Channel.MAIL).first()
    own_word = choice.wanted if choice else None
    level = ""
    if notice.by_mail == ByMail.LEVEL:
        level = level_for(viewer.person_id, kind=row.place_kind, object_id=row.place_id or 0)
        if level == FollowLevel.NONE:
            return False
    return mailed_at_once(notice, level=level, mail_choice=mail.person.mail_choice, own_word=own_word)
