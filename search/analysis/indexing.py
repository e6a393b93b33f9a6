"""Owns what an engine stores for a text; a query of `query_terms` matches these tokens and no others.

The tokens of the words come first, in the order of the text and with nothing between them, so that a phrase
is a row of tokens. Then come the concept tokens. The words a query would drop are kept: phrases need them.
"""

from search.analysis.stemming import stem
from search.analysis.thesaurus import Thesaurus, default_thesaurus
from search.analysis.tokens import spellings


def word_tokens(text: str, language: str) -> list[str]:
    """Return the family token of each word of a text, in order."""
    return [token for token in (stem(word, language) for word in spellings(text)) if token]


def index_terms(text: str, language: str, *, thesaurus: Thesaurus | None = None) -> str:
    """Return the tokens of a text parted by spaces, each of lower-case letters and digits only.

    `language` is the language of the text, `und` when nobody knows it; the shipped thesaurus is used unless
    another is given.
    """
    tokens = word_tokens(text, language)
    concepts = [span.concept for span in (thesaurus or default_thesaurus()).spans(tokens, language)]
    return " ".join(tokens + concepts)
