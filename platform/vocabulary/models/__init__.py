"""The tables of the vocabulary. Import models from here."""

from vocabulary.models.entry import Entry, EntryQuerySet
from vocabulary.models.funding import Call, Funder, Programme
from vocabulary.models.terms import Area, Instrument, TargetGroup
from vocabulary.models.territory import Level, PopulationBand, Scheme, Territory, TerritoryQuerySet

__all__ = [
    "Area",
    "Call",
    "Entry",
    "EntryQuerySet",
    "Funder",
    "Instrument",
    "Level",
    "PopulationBand",
    "Programme",
    "Scheme",
    "TargetGroup",
    "Territory",
    "TerritoryQuerySet",
]
