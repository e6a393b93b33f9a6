"""What can be done with attachments. A file without an item belongs to its uploader and is forgotten after a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from core.attachments.checks import CheckedUpload, check_upload
from core.attachments.types import TYPES
from core.models import Attachment

KEEP_UNATTACHED = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """An attachment as its author wants it under the item."""

    attachment: Attachment
    description: str = ""
    decorative: bool = False

    @property
    def is_image(self) -> bool:
        """Whether it is a picture."""
        return TYPES[self.attachment.type].is_image

    @property
    def lacks_description(self) -> bool:
        """Whether it is a picture about which those who cannot see it are told nothing."""
        return self.is_image and not self.decorative and not self.description


@transaction.atomic
def store_upload(file: Any, *, by: Any, description: str = "", decorative: bool = False) -> Attachment:
    """Check and store a file that belongs to no item yet; returns it. Raises ValidationError for what is not taken."""
    checked = file if isinstance(file, CheckedUpload) else check_upload(file)
    attachment = Attachment(
        name=checked.name,
        type=checked.code,
        size=len(checked.content),
        sha256=checked.sha256,
        width=checked.drawn.width if checked.drawn else None,
        height=checked.drawn.height if checked.drawn else None,
        description=description[:500],
        decorative=decorative,
        uploaded_by=by,
    )
    attachment.file.save(checked.name, ContentFile(checked.content), save=False)
    if checked.drawn:
        attachment.preview.save(checked.name, ContentFile(checked.drawn.preview), save=False)
    attachment.save()
    return attachment


@transaction.atomic
def attach(chosen: Iterable[Chosen], *, kind: str, pk: int, by: Any) -> bool:
    """Make the files of an item exactly these, in this order; return whether anything changed.

    Whoever calls has checked that `by` may edit the item. Raises PermissionDenied for a file of somebody else.
    """
    wanted = list(chosen)
    present = {a.pk: a for a in Attachment.objects.filter(kind=kind, object_id=pk)}
    changed = _remove_all([a for a in present.values() if a.pk not in {c.attachment.pk for c in wanted}])
    for position, choice in enumerate(wanted):
        changed |= _place(choice, kind=kind, pk=pk, position=position, by=by)
    return changed


def _place(choice: Chosen, *, kind: str, pk: int, position: int, by: Any) -> bool:
    attachment = choice.attachment
    here = attachment.kind == kind and attachment.object_id == pk
    if not here and (attachment.object_id is not None or attachment.uploaded_by_id != by.pk):
        raise PermissionDenied
    before = (here, attachment.description, attachment.decorative, attachment.position)
    attachment.kind, attachment.object_id, attachment.position = kind, pk, position
    attachment.description, attachment.decorative = choice.description[:500], choice.decorative
    after = (True, attachment.description, attachment.decorative, position)
    if before != after:
        attachment.save()
    return before != after


@transaction.atomic
def remove(attachment: Attachment) -> bool:
    """Destroy an attachment and, after commit, its files. Whoever calls has checked that this is allowed."""
    return _remove_all([attachment])


def _remove_all(attachments: list[Attachment]) -> bool:
    names = [str(f.name) for a in attachments for f in (a.file, a.preview) if f]
    if not attachments:
        return False
    storage = attachments[0].file.storage
    Attachment.objects.filter(pk__in=[a.pk for a in attachments]).delete()
    transaction.on_commit(_deletion(storage, names))
    return True


def _deletion(storage: Any, names: list[str]) -> Callable[[], None]:
    def delete() -> None:
        for name in names:
            storage.delete(name)

    return delete


def usable_by(person: Any, *, kind: str = "", pk: int | None = None) -> QuerySet[Attachment]:
    """Return what a person may put under an item: her own waiting files and those already there."""
    own = Q(object_id__isnull=True, uploaded_by=person)
    return Attachment.objects.filter(own | Q(kind=kind, object_id=pk) if kind and pk else own)


def prune_unattached() -> int:
    """Destroy files that were uploaded a day ago and never sent with an item; return how many."""
    old = Attachment.objects.filter(object_id__isnull=True, created_at__lt=timezone.now() - KEEP_UNATTACHED)
    count = 0
    while batch := list(old[:200]):
        with transaction.atomic():
            _remove_all(batch)
        count += len(batch)
    return count
