"""structlog for every process. Events name ids and counts; addresses and the text of posts never stand in a log."""

from collections.abc import MutableMapping
from typing import Any

import structlog

PRIVATE_FIELDS = frozenset(
    {
        "email",
        "to",
        "address",
        "body",
        "text",
        "html",
        "title",
        "name",
        "subject",
        "password",
        "token",
        "query",
        "ip",
    }
)


def drop_private(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace the value of every field that could hold private content by a dash."""
    return {key: "-" if key in PRIVATE_FIELDS else value for key, value in event.items()}


def logging_config(*, level: str, as_json: bool) -> dict[str, Any]:
    """Return Django's LOGGING for the given level; JSON lines in production, readable lines at a desk."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        drop_private,
    ]
    renderer: Any = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": "structlog.stdlib.ProcessorFormatter",
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            renderer,
        ],
        "foreign_pre_chain": shared,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"structlog": formatter},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "structlog"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
            # These two name the titles of pages and every small task of the admin.
            "wagtail": {"level": "WARNING"},
            "django_tasks": {"level": "WARNING"},
        },
    }
