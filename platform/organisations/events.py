"""What happens to organisations."""

from dataclasses import dataclass
from typing import ClassVar

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class OrganisationSaved(Event):
    """An organisation was added or changed."""

    name: ClassVar[str] = "organisations.organisation_saved"
    organisation_id: int


@dataclass(frozen=True, kw_only=True)
class OrganisationHidden(Event):
    """An organisation was hidden or shown again."""

    name: ClassVar[str] = "organisations.organisation_hidden"
    organisation_id: int


@dataclass(frozen=True, kw_only=True)
class AffiliationChanged(Event):
    """A person joined or left an organisation."""

    name: ClassVar[str] = "organisations.affiliation_changed"
    organisation_id: int
    person_id: int
