"""Forgives slips: when nothing is found, each word may also be the nearest words that stand in the index."""

from dataclasses import replace

from search.analysis import Query, Term, fold, query_terms
from search.engines.base import Engine

MOST_WORDS = 3


def forgiving(words: Query, *, engine: Engine) -> Query | None:
    """Return the query with its plain words widened by what they may have been meant to be; None when nothing is."""
    terms = tuple(_widened(term, engine) for term in words.terms)
    return None if terms == words.terms else replace(words, terms=terms)


def _widened(term: Term, engine: Engine) -> Term:
    near = engine.similar(fold(term.original))[:MOST_WORDS]
    meant = [found for word in near for found in query_terms(word).terms]
    stems = dict.fromkeys([*term.stems, *(token for found in meant for token in found.alternatives)])
    return replace(term, stems=tuple(stems)) if meant else term
