"""Attachments as pages show them: one statement for all items of a page. What a viewer may not see is not there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from core.attachments.types import TYPES
from core.kinds import load_visible
from core.models import Attachment
from core.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class ShownFile:
    """What components/attachments.html prints."""

    pk: int
    name: str
    href: str
    size: int
    type: str | Promise
    description: str = ""
    image: str = ""
    alt: str = ""


def shown(attachment: Attachment) -> ShownFile:
    """Return the printable form of a loaded attachment."""
    is_image = TYPES[attachment.type].is_image
    return ShownFile(
        pk=attachment.pk,
        name=attachment.name,
        href=reverse("core:file", args=[attachment.pk, attachment.name]),
        size=attachment.size,
        type=TYPES[attachment.type].label,
        description="" if attachment.decorative else attachment.description,
        image=reverse("core:preview", args=[attachment.pk]) if is_image and attachment.preview else "",
        alt="" if attachment.decorative else attachment.description,
    )


def attachments_of(kind: str, pks: Iterable[int]) -> dict[int, list[ShownFile]]:
    """Return the files of many items of a kind by one statement; the caller shows only items the viewer may see."""
    found: dict[int, list[ShownFile]] = {}
    for attachment in Attachment.objects.filter(kind=kind, object_id__in=list(pks)):
        found.setdefault(int(attachment.object_id or 0), []).append(shown(attachment))
    return found


def visible_attachment(pk: int, viewer: Viewer) -> Attachment | None:
    """Return the attachment if it is there for the viewer: its item is visible, or it waits and is her own."""
    attachment = Attachment.objects.filter(pk=pk).first()
    if attachment is None:
        return None
    if attachment.object_id is None:
        own = viewer.is_member and attachment.uploaded_by_id == viewer.person_id
        return attachment if own else None
    reference = (attachment.kind, attachment.object_id)
    return attachment if load_visible([reference], viewer) else None
