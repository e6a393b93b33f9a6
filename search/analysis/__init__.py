"""The analysis of words for every search engine: it owns the meaning of a match, engines only store and rank.

Documents (`index_terms`) and queries (`query_terms`) must be analysed by the same release of this package;
after a change of its rules or of the thesaurus the index is rebuilt.
"""

from search.analysis.excerpts import Fragment, excerpt
from search.analysis.folding import fold
from search.analysis.indexing import index_terms
from search.analysis.parsing import query_terms
from search.analysis.query import Phrase, Query, Term
from search.analysis.stemming import LANGUAGES, stem
from search.analysis.thesaurus import Thesaurus, concept_token, default_rows, default_thesaurus, load_concepts
from search.analysis.tokens import Word, words
from search.analysis.typos import typo_candidates

__all__ = [
    "LANGUAGES",
    "Fragment",
    "Phrase",
    "Query",
    "Term",
    "Thesaurus",
    "Word",
    "concept_token",
    "default_rows",
    "default_thesaurus",
    "excerpt",
    "fold",
    "index_terms",
    "load_concepts",
    "query_terms",
    "stem",
    "typo_candidates",
    "words",
]
