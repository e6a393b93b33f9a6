"""The tables of core. Import models from here."""

from core import lookups as _lookups  # noqa: F401  registers by import
from core.models.attachment import Attachment
from core.models.audience import Audience, AudienceMember
from core.models.beat import Beat
from core.models.draft import Draft
from core.models.job import Job
from core.models.link import ItemLink
from core.models.outbox import EventDelivery, OutboxEvent
from core.models.rate import RateCount
from core.models.site import SiteSettings

__all__ = [
    "Attachment",
    "Audience",
    "AudienceMember",
    "Beat",
    "Draft",
    "EventDelivery",
    "ItemLink",
    "Job",
    "OutboxEvent",
    "RateCount",
    "SiteSettings",
]
