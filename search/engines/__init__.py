"""The engine this site uses: Elasticsearch where one is set up, else SQLite FTS5 in a file of its own."""

from functools import lru_cache

from django.conf import settings

from search.engines.base import Engine

__all__ = ["engine"]


def engine() -> Engine:
    """Return the engine of the settings; it holds no state that threads or processes could not share."""
    return _engine(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_PREFIX, settings.SEARCH_PATH)


@lru_cache(maxsize=8)
def _engine(url: str, prefix: str, path: str) -> Engine:
    if url:
        from search.engines.elastic import ElasticEngine  # noqa: PLC0415  its client is installed in production only

        return ElasticEngine(url, prefix=prefix)
    from search.engines.fts5 import Fts5Engine  # noqa: PLC0415  only one of the two is ever needed

    return Fts5Engine(path)
