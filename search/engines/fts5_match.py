"""Translates a question into FTS5's language. Tokens are letters and digits, and quoted: nothing typed is code."""

import json
from collections.abc import Iterable
from typing import Any

from search.analysis import Phrase, Query, Term
from search.engines.base import Filters, Question

Part = Term | Phrase
COLUMNS = ("title", "body", "words", "concepts", "context")
WEIGHTS = (
    8.0,
    1.5,
    1.0,
    0.4,
    0.6,
)  # the word in the title, in the text, exactly as asked, by its meaning, in the topic
OTHER_LANGUAGE = 0.6
FRESHNESS = 0.2


def match_expression(words: Query) -> str:
    """Return the MATCH expression: every part anywhere, one of them in the entry's own text, nothing excluded."""
    asked: tuple[Part, ...] = (*words.terms, *words.phrases)
    parts = [_anywhere(part) for part in asked]
    own = _any_of(_own(part) for part in asked)
    wanted = " AND ".join([*(parts if len(parts) > 1 else []), own])
    unwanted: tuple[Part, ...] = (*words.excluded, *words.excluded_phrases)
    excluded = [_anywhere(part) for part in unwanted]
    return f"({wanted}) NOT {_any_of(excluded)}" if excluded else wanted


def _anywhere(part: Part) -> str:
    tokens = part.alternatives if isinstance(part, Term) else _rows(part)
    return _any_of([_own(part), _in("context", tokens)])


def _own(part: Part) -> str:
    if isinstance(part, Phrase):
        return _in("{title body words}", _rows(part))
    found = [_in("{title body}", part.stems), _in("words", [part.exact])]
    return _any_of([*found, _in("concepts", part.concepts)] if part.concepts else found)


def _rows(phrase: Phrase) -> list[str]:
    return [" ".join(row) for row in phrase.sequences]


def _in(columns: str, tokens: Iterable[str]) -> str:
    return f"({columns} : {_any_of(_quoted(token) for token in tokens)})"


def _quoted(tokens: str) -> str:
    return '"' + tokens.replace('"', '""') + '"'


def _any_of(parts: Iterable[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


class Conditions:
    """The WHERE clause of a question and its values, beside the words."""

    def __init__(self, question: Question, *, generation: int) -> None:
        self.clauses = ["e.audience IN (SELECT value FROM json_each(?))"]
        self.values: list[Any] = [json.dumps(sorted(question.audiences))]
        self._with_facet = f"e.id IN (SELECT entry FROM facet_{generation} WHERE name = ? AND code = ?)"  # noqa: S608
        self._filter(question.filters)

    def _filter(self, filters: Filters) -> None:
        if filters.platform_id is not None:
            self._add("e.platform_id = ?", filters.platform_id)
        if filters.year is not None:
            self._add("e.year = ?", filters.year)
        for name, code in (("area", filters.area), ("territory", filters.territory), ("language", filters.language)):
            if code:
                self._add(self._with_facet, name, code)

    def _add(self, clause: str, *values: Any) -> None:
        self.clauses.append(clause)
        self.values += values

    @property
    def sql(self) -> str:
        """The clauses joined."""
        return " AND ".join(self.clauses)


def score_sql(generation: int, reads: Iterable[str]) -> tuple[str, list[Any]]:
    """Return the expression of a hit's score, smaller is better, and its values: words, language, freshness."""
    relevance = f"bm25(fts_{generation}, {', '.join(map(str, WEIGHTS))})"
    languages = list(reads)
    spoken = " OR ".join(["e.languages = ''", *("instr(e.languages, ?) > 0" for _ in languages)])
    language = f"CASE WHEN {spoken} THEN 1.0 ELSE {OTHER_LANGUAGE} END" if languages else "1.0"
    years = "max(0.0, (julianday('now') - julianday(e.day)) / 365.0)"
    fresh = f"CASE WHEN e.day IS NULL THEN 1.0 ELSE 1.0 + {FRESHNESS} / (1.0 + {years}) END"
    return f"{relevance} * e.weight * ({language}) * ({fresh})", [f" {code} " for code in languages]
