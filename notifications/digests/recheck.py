"""Asked right before a digest leaves. What may no longer be read is taken out: the mail is written anew without it."""

from mail.models import OutgoingMail
from notifications.digests.letters import DigestWriter
from notifications.digests.recipients import Recipient, recipients_of
from notifications.digests.selection import Window, is_shown, reference
from notifications.models import DigestMail, Release
from notifications.stock import Stock


def reason_against(mail: OutgoingMail) -> str | None:
    """Return why the digest must not leave, None when it may; its text holds only what its reader may see now."""
    pk = mail.check_ref.get("digest")
    if pk is None:
        return None
    row = DigestMail.objects.filter(pk=pk).select_related("subscription__person").first()
    if row is None or not row.subscription.is_running:
        return "the subscription has ended"
    recipient = recipients_of([row.subscription]).get(row.subscription_id)
    if recipient is None:
        return "not a member any more"
    mail.to = recipient.to  # she may have another address since
    return _written_anew(mail, row=row, recipient=recipient)


def _written_anew(mail: OutgoingMail, *, row: DigestMail, recipient: Recipient) -> str | None:
    releases, writer = _releases(row, recipient), DigestWriter(Stock())
    writer.gather(releases, [recipient])
    left = [release for release in releases if is_shown(release, recipient, writer.stock)]
    if not left:
        return "nothing of it is there any more"
    if len(left) < row.item_count:
        window = Window(since=row.since, cutoff=row.cutoff)
        written = writer.write(left, recipient, window=window)
        mail.subject, mail.text, mail.html = written["subject"], written["text"], written["html"]
    return None


def _releases(row: DigestMail, recipient: Recipient) -> list[Release]:
    """Return one release per item of the mail, of an audience its reader is in now."""
    items = set(row.items.values_list("item_kind", "item_id"))
    rows = Release.objects.filter(item_id__in={pk for _, pk in items}, audience_id__in=recipient.viewer.audiences)
    found = {reference(one): one for one in rows.order_by("released_at", "pk") if reference(one) in items}
    return list(found.values())
