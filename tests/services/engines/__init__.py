"""The servers a run may need, in the order in which they start."""

from tests.services.engines.base import Engine
from tests.services.engines.elasticsearch import Elasticsearch
from tests.services.engines.postgresql import PostgreSQL
from tests.services.engines.redis import Redis

ENGINES: tuple[type[Engine], ...] = (PostgreSQL, Redis, Elasticsearch)

__all__ = ["ENGINES", "Elasticsearch", "Engine", "PostgreSQL", "Redis"]
