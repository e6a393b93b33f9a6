"""Factories of the vocabulary: minimal valid rows; `TerritoryFactory(parent=…)` builds a tree."""

import factory
from factory.django import DjangoModelFactory

from vocabulary.models import Area, Call, Funder, Instrument, Level, Programme, TargetGroup, Territory


class AreaFactory(DjangoModelFactory):
    """An area."""

    class Meta:
        model = Area
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"A{n:02}")
    names = factory.LazyAttribute(lambda area: {"cs": f"Oblast {area.code}", "en": f"Area {area.code}"})


class TargetGroupFactory(DjangoModelFactory):
    """A target group."""

    class Meta:
        model = TargetGroup
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"G{n:02}")
    names = factory.LazyAttribute(lambda group: {"cs": f"Skupina {group.code}", "en": f"Group {group.code}"})


class InstrumentFactory(DjangoModelFactory):
    """An instrument."""

    class Meta:
        model = Instrument
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"I{n:02}")
    names = factory.LazyAttribute(lambda row: {"cs": f"Nástroj {row.code}", "en": f"Instrument {row.code}"})


class FunderFactory(DjangoModelFactory):
    """A funder."""

    class Meta:
        model = Funder
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"F{n:02}")
    names = factory.LazyAttribute(lambda row: {"cs": f"Fond {row.code}", "en": f"Fund {row.code}"})


class ProgrammeFactory(DjangoModelFactory):
    """A programme of a funder."""

    class Meta:
        model = Programme
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"P{n:02}")
    names = factory.LazyAttribute(lambda row: {"cs": f"Program {row.code}", "en": f"Programme {row.code}"})
    funder = factory.SubFactory(FunderFactory)


class CallFactory(DjangoModelFactory):
    """A call of a programme."""

    class Meta:
        model = Call
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"C{n:02}")
    number = factory.Sequence(str)
    names = factory.LazyAttribute(lambda row: {"cs": f"Výzva {row.code}", "en": f"Call {row.code}"})
    programme = factory.SubFactory(ProgrammeFactory)


class TerritoryFactory(DjangoModelFactory):
    """A municipality on its own; give `parent`, `level` and `code` for a tree."""

    class Meta:
        model = Territory

    names = factory.Sequence(lambda n: {"cs": f"Místo {n}", "en": f"Place {n}"})
    level = Level.MUNICIPALITY

    class Params:
        country = factory.Trait(level=Level.COUNTRY, code=factory.Sequence(lambda n: f"X{n}"))
        region = factory.Trait(level=Level.REGION, code=factory.Sequence(lambda n: f"X{n:04}"))
