"""Short words for the suite: `said(1, "text")` is a document, `found(engine, "words")` what they find."""

from datetime import date

from core.kinds import Wording
from search.analysis import query_terms
from search.documents import Source, analyse
from search.engines.base import Filters, Question


def said(pk, text="", *, kind="page", title="", language="cs", version=1, **rest):
    """Return the document of an item."""
    wordings = rest.pop("wordings", None) or (Wording(language=language, title=title, text=text),)
    fields = {
        "group": (kind, pk),
        "audience": "public",
        "platform_id": None,
        "areas": (),
        "territories": (),
        "day": date(2026, 11, 1),
        "weight": 1.0,
        **rest,
    }
    return analyse(Source(kind=kind, object_id=pk, wordings=tuple(wordings), **fields), version=version)


def ask(engine, text, *, audiences=("public",), reads=(), start=0, size=30, **filters):
    """Return the hits of a text."""
    return engine.find(
        Question(
            words=query_terms(text),
            audiences=set(audiences),
            reads=reads,
            filters=Filters(**filters),
            start=start,
            size=size,
        )
    )


def found(engine, text, **how):
    """Return the ids of the groups a text finds, best first."""
    return [group.object_id for group in ask(engine, text, **how).groups]


def store(engine, *documents, gone=()):
    """Write and wait until it is found."""
    assert engine.write(documents, gone) == {}
    engine.settle()
