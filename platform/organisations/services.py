"""What people do with organisations. Each function owns its transaction and publishes what happened."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.audiences import PUBLIC
from core.outbox import publish
from core.site import raise_epoch
from core.states import State
from organisations.events import AffiliationChanged, OrganisationHidden, OrganisationSaved
from organisations.models import Affiliation, Organisation


@transaction.atomic
def add_organisation(*, by: Any, areas: Any = (), **fields: Any) -> Organisation:
    """Create an organisation with these fields and areas; returns it."""
    fields.setdefault("audience_id", PUBLIC)
    organisation = Organisation.objects.create(author=by, **fields)
    organisation.areas.set(areas)
    publish(OrganisationSaved(organisation_id=organisation.pk))
    return organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Any, areas: Any, fields: Mapping[str, Any]) -> bool:
    """Set the given fields and areas; the change shows on every kept page that names it. Returns True.

    Changed by its own people, the entry is confirmed as well.
    """
    for name, value in fields.items():
        setattr(organisation, name, value)
    organisation.version += 1
    organisation.updated_at = timezone.now()
    if works_there(by, organisation):
        organisation.confirmed_at = organisation.updated_at
    organisation.save()
    organisation.areas.set(areas)
    raise_epoch()
    publish(OrganisationSaved(organisation_id=organisation.pk))
    return True


@transaction.atomic
def confirm_organisation(organisation: Organisation, *, by: Any) -> bool:
    """Note that one of its people says everything still holds; return whether she is one of them."""
    if not works_there(by, organisation):
        return False
    organisation.confirmed_at = timezone.now()
    organisation.save(update_fields=["confirmed_at"])
    raise_epoch()
    return True


def works_there(person: Any, organisation: Organisation) -> bool:
    """Return whether the person works there now."""
    return Affiliation.objects.filter(organisation=organisation, person=person, until__isnull=True).exists()


@transaction.atomic
def set_affiliation(person: Any, *, by: Any, organisation: Organisation | None, position: str = "") -> bool:
    """Make this the person's present organisation (or none), ending others today; return whether it changed."""
    today = timezone.localdate()
    current = Affiliation.objects.select_for_update().filter(person=person, until__isnull=True)
    kept = current.filter(organisation=organisation).first() if organisation else None
    if kept is not None and kept.position == position and current.count() == 1:
        return False
    for row in current.exclude(pk=kept.pk) if kept else current:
        row.until = today
        row.save(update_fields=["until"])
        publish(AffiliationChanged(organisation_id=row.organisation_id, person_id=person.pk))
    if organisation is not None:
        _open_affiliation(person, organisation=organisation, position=position, kept=kept)
    raise_epoch()
    return True


def _open_affiliation(person: Any, *, organisation: Organisation, position: str, kept: Affiliation | None) -> None:
    row = kept or Affiliation(person=person, organisation=organisation, since=timezone.localdate())
    row.position = position
    row.save()
    publish(AffiliationChanged(organisation_id=organisation.pk, person_id=person.pk))


@transaction.atomic
def set_organisation_state(organisation: Organisation, *, by: Any, state: State) -> bool:
    """Hide or show an organisation; return whether that changed anything."""
    changed = (
        Organisation.objects.filter(pk=organisation.pk)
        .exclude(state=state)
        .update(state=state, version=organisation.version + 1, updated_at=timezone.now())
    )
    if changed:
        raise_epoch()
        publish(OrganisationHidden(organisation_id=organisation.pk))
    return bool(changed)
