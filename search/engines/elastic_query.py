"""Translates a question into Elasticsearch's language: term and phrase queries over tokens, filters, no scripts."""

from collections.abc import Iterable, Sequence
from typing import Any

from search.analysis import Phrase, Query, Term
from search.engines.base import FARTHEST, HITS_A_GROUP, Filters, Question

Clause = dict[str, Any]
Part = Term | Phrase
WEIGHTS = {"title": 6.0, "body": 1.5, "words": 1.0, "concepts": 0.4, "context": 0.6}
OTHER_LANGUAGE = 0.6
FRESHNESS = 0.2
EXACT_COUNTS = 40_000
SLIPS = 25
FACET_FIELDS = {"platform": "platform_id", "area": "areas", "language": "languages", "year": "year"}


def search_body(question: Question) -> Clause:
    """Return the body of a search: groups with their best hits, and how many there are of each kind and facet."""
    kind = question.filters.kind
    body = {
        "query": _ranked(question),
        "collapse": {"field": "group", "inner_hits": {"name": "hits", "size": HITS_A_GROUP, "sort": _order("kind")}},
        "sort": _order("group"),
        "aggs": {"kinds": _counted("group_kind"), "chosen": _facets(kind)},
        "from": question.start,
        "size": min(question.size, FARTHEST),
        "track_total_hits": False,
        "timeout": "4s",
    }
    return {**body, "post_filter": {"term": {"group_kind": kind}}} if kind else body


def _counted(name: str) -> Clause:
    groups = {"groups": {"cardinality": {"field": "group", "precision_threshold": EXACT_COUNTS}}}
    return {"terms": {"field": name, "size": 100}, "aggs": groups}


def _facets(kind: str) -> Clause:
    """Count the values of the facets among the groups of the chosen kind."""
    chosen: Clause = {"term": {"group_kind": kind}} if kind else {"match_all": {}}
    return {"filter": chosen, "aggs": {facet: _counted(name) for facet, name in FACET_FIELDS.items()}}


def similar_body(word: str) -> Clause:
    """Return the body that asks for words of the index near to one."""
    near = {"field": "words", "suggest_mode": "always", "max_edits": 2, "prefix_length": 0, "min_word_length": 4}
    return {"size": 0, "suggest": {"near": {"text": word, "term": {**near, "size": SLIPS}}}}


def _order(last: str) -> list[Clause]:
    return [{"_score": "desc"}, {last: "asc"}]


def _ranked(question: Question) -> Clause:
    """Weigh what was found by its kind, by the languages the reader reads and, lightly, by its age."""
    fresh = {"exp": {"day": {"origin": "now", "scale": "365d", "decay": 0.5}}, "weight": FRESHNESS}
    aged = {
        "query": _found(question),
        "functions": [{"weight": 1.0}, {"filter": {"exists": {"field": "day"}}, **fresh}],
        "score_mode": "sum",
        "boost_mode": "multiply",
    }
    factors: list[Clause] = [{"field_value_factor": {"field": "weight", "missing": 1.0}}]
    if question.reads:
        foreign = {"bool": {"must": [_exists("languages")], "must_not": [_among("languages", question.reads)]}}
        factors.append({"filter": foreign, "weight": OTHER_LANGUAGE})
    return {
        "function_score": {
            "query": {"function_score": aged},
            "functions": factors,
            "score_mode": "multiply",
            "boost_mode": "multiply",
        }
    }


def _found(question: Question) -> Clause:
    words = question.words
    parts: Sequence[Part] = (*words.terms, *words.phrases)
    return {
        "bool": {
            "must": [_anywhere(part) for part in parts],
            "filter": [_any_of(map(_own, parts)), *_filters(question)],
            "must_not": _excluded(words),
        }
    }


def _excluded(words: Query) -> list[Clause]:
    unwanted: Sequence[Part] = (*words.excluded, *words.excluded_phrases)
    return [_anywhere(part) for part in unwanted]


def _anywhere(part: Part) -> Clause:
    queries = [*_own_queries(part)]
    if isinstance(part, Phrase):
        queries += _rows("context", part)
    else:
        queries.append(_tokens("context", part.alternatives))
    return _best_of(queries)


def _own(part: Part) -> Clause:
    return _any_of(_own_queries(part))


def _own_queries(part: Part) -> list[Clause]:
    if isinstance(part, Phrase):
        return [row for field in ("title", "body", "words") for row in _rows(field, part)]
    queries = [_tokens("title", part.stems), _tokens("body", part.stems), _tokens("words", [part.exact])]
    return [*queries, _tokens("concepts", part.concepts)] if part.concepts else queries


def _tokens(field: str, tokens: Iterable[str]) -> Clause:
    return {"match": {field: {"query": " ".join(tokens), "operator": "or", "boost": WEIGHTS[field]}}}


def _rows(field: str, phrase: Phrase) -> list[Clause]:
    return [{"match_phrase": {field: {"query": " ".join(row), "boost": WEIGHTS[field]}}} for row in phrase.sequences]


def _best_of(queries: list[Clause]) -> Clause:
    return {"dis_max": {"queries": queries, "tie_breaker": 0.5}}


def _any_of(queries: Iterable[Clause]) -> Clause:
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}


def _filters(question: Question) -> list[Clause]:
    """Return the conditions that every hit meets: an audience of the viewer first, then what was narrowed to."""
    filters: Filters = question.filters
    chosen = {
        "platform_id": filters.platform_id,
        "areas": filters.area or None,
        "territories": filters.territory or None,
        "languages": filters.language or None,
        "year": filters.year,
    }
    narrowed = [{"term": {field: value}} for field, value in chosen.items() if value is not None]
    return [_among("audience", question.audiences), *narrowed]


def _among(field: str, values: Iterable[str]) -> Clause:
    return {"terms": {field: sorted(values)}}


def _exists(field: str) -> Clause:
    return {"exists": {"field": field}}
