"""Owns the reading of what people type into the search box; any text at all must come out as a query.

Words must all match; "quoted words" must follow each other; -word and -"quoted words" must not occur. A
number with marks inside (CZ.1.04/5.1.01, 2014-2020, covid-19) is a phrase of its parts. The language of a
query is not known, so each word is asked for in every searched language. The first twelve words count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from search.analysis.accents import families_left_out, kept_token
from search.analysis.query import Phrase, Query, Term
from search.analysis.stemming import LANGUAGES, stem
from search.analysis.stopwords import is_stop_word
from search.analysis.thesaurus import Thesaurus, default_thesaurus
from search.analysis.tokens import spellings, token

MOST_WORDS = 12
_LONGEST_QUERY = 2000
_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'))
_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))')
_CODE = re.compile(r"\W*\w+(?:[./:\u2013-]\w+)+\W*")


@dataclass(slots=True)
class _Asked:
    """The pieces of a query, sorted; `quoted` are single words in quotes, which mean only themselves."""

    words: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    phrases: list[list[str]] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    excluded_phrases: list[list[str]] = field(default_factory=list)

    def add(self, found: list[str], *, together: bool, quoted: bool, excluded: bool) -> None:
        """Sort the words of one piece in."""
        if together and len(found) > 1:
            (self.excluded_phrases if excluded else self.phrases).append(found)
        elif excluded:
            self.excluded.extend(found)
        elif quoted:
            self.quoted.extend(found)
        else:
            self.words.extend(found)


def query_terms(text: str, languages: Sequence[str] = LANGUAGES, *, thesaurus: Thesaurus | None = None) -> Query:
    """Return what a text asks for in the given languages; never raises, whatever the text is."""
    asked = _sorted_pieces(text)
    terms = _with_concepts(asked.words, languages, thesaurus=thesaurus or default_thesaurus())
    terms += [_term(word, languages) for word in asked.quoted]
    phrases = tuple(_phrase(words, languages) for words in asked.phrases)
    meaningful = [term for term in terms if not is_stop_word(term.original)]
    return Query(
        terms=_distinct(meaningful if meaningful or phrases else terms),
        phrases=phrases,
        excluded=_distinct([_term(word, languages) for word in asked.excluded]),
        excluded_phrases=tuple(_phrase(words, languages) for words in asked.excluded_phrases),
    )


def _sorted_pieces(text: str) -> _Asked:
    asked = _Asked()
    left = MOST_WORDS
    for match in _PIECE.finditer(text[:_LONGEST_QUERY].translate(_QUOTES)):
        quoted = match["quoted"] is not None
        piece = match["quoted"] if quoted else match["bare"]
        found = [word for word in spellings(piece) if token(word)][:left]
        asked.add(found, together=quoted or _is_code(piece), quoted=quoted, excluded=bool(match["minus"]))
        left -= len(found)
    return asked


def _is_code(piece: str) -> bool:
    return any(sign.isdigit() for sign in piece) and _CODE.fullmatch(piece) is not None


def _term(word: str, languages: Sequence[str]) -> Term:
    """Return the term of a word; one typed without accents may stand for a word that needs them."""
    exact = kept_token(word) or token(word)
    families = dict.fromkeys(stem(word, language) for language in languages)
    return Term(word, exact, (*(families or {exact: None}), *families_left_out(word)))


def _phrase(words: list[str], languages: Sequence[str]) -> Phrase:
    rows = dict.fromkeys(tuple(stem(word, language) for word in words) for language in languages)
    plain = tuple(kept_token(word) or token(word) for word in words)
    return Phrase(" ".join(words), tuple(dict.fromkeys((*rows, plain))))


def _with_concepts(words: list[str], languages: Sequence[str], *, thesaurus: Thesaurus) -> list[Term]:
    """Return the terms of plain words; each word of a name of a concept is answered by the concept."""
    concepts: list[dict[str, None]] = [{} for _ in words]
    for place, concept in _concepts(words, languages, thesaurus=thesaurus):
        concepts[place][concept] = None
    terms = (_term(word, languages) for word in words)
    return [replace(term, concepts=tuple(found)) for term, found in zip(terms, concepts, strict=True)]


def _concepts(words: list[str], languages: Sequence[str], *, thesaurus: Thesaurus) -> Iterator[tuple[int, str]]:
    for language in languages:
        stems = [stem(word, language) for word in words]
        for span in thesaurus.spans(stems, language):
            for place in range(span.start, span.end):
                yield place, span.concept


def _distinct(terms: list[Term]) -> tuple[Term, ...]:
    """Return the terms without those that ask the same again."""
    return tuple({term.alternatives: term for term in terms}.values())
