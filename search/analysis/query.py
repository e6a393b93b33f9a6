"""Owns the shape of a parsed query: plain frozen values that each engine translates into its own language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One asked word and the index tokens that answer it, nearest first.

    `exact` is the word itself, `stems` its families in the searched languages, `concepts` what it means. An
    engine weighs a concept lower than the word.
    """

    original: str
    exact: str
    stems: tuple[str, ...]
    concepts: tuple[str, ...] = ()

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Return every token that answers this term, each once."""
        return tuple(dict.fromkeys((self.exact, *self.stems, *self.concepts)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other: a row of index tokens for each language in which the rows differ."""

    original: str
    sequences: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asked: all terms and phrases must match, nothing excluded may.

    A query without a term or a phrase is false: there is nothing to look for, whatever it excludes.
    """

    terms: tuple[Term, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Term, ...] = ()
    excluded_phrases: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.phrases)
