"""Reads and checks the environment once. Every variable of a real installation is listed here and nowhere else.

The rule: settings ask `Environment`; everything that is missing or wrong is named in one message, never one by one.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import environ
from django.core.exceptions import ImproperlyConfigured

INSTALLED_LANGUAGES = ["cs", "en", "sk", "de", "uk"]
LEVELS = {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}


def _begins(*schemes: str) -> Callable[[Any], bool]:
    return lambda value: str(value).startswith(schemes)


def _can_send(value: str) -> bool:
    return value.partition("://")[0] in environ.Env.EMAIL_SCHEMES


@dataclass(frozen=True, kw_only=True)
class Variable:
    """One variable: its name, how it is read, what it is for, and which of its values will do."""

    name: str
    help: str
    kind: str = "str"
    default: Any = None
    required_in_production: bool = False
    allows: Callable[[Any], bool] = lambda _value: True
    only_in_production: bool = False  # whether a value that will not do elsewhere is fine


def _listed(*variables: Variable) -> dict[str, Variable]:
    return {variable.name: variable for variable in variables}


VARIABLES: dict[str, Variable] = _listed(
    Variable(
        name="SECRET_KEY",
        help="50 or more random characters",
        required_in_production=True,
        allows=lambda value: len(value) >= 50,
    ),
    Variable(name="SECRET_KEY_FALLBACKS", help="former keys while rotating", kind="list", default=[]),
    Variable(
        name="DEBUG",
        help="must stay off in production",
        kind="bool",
        default=False,
        allows=lambda value: not value,
        only_in_production=True,
    ),
    Variable(name="ALLOWED_HOSTS", help="host names, by comma", kind="list", required_in_production=True),
    Variable(
        name="BASE_URL",
        help="https://… under which people reach the site",
        required_in_production=True,
        allows=_begins("https://", "http://"),
    ),
    Variable(
        name="DATABASE_URL",
        help="postgres://user:password@host/name",
        kind="db",
        required_in_production=True,
        allows=lambda value: value["ENGINE"].endswith("postgresql"),
        only_in_production=True,
    ),
    Variable(
        name="REDIS_URL",
        help="redis://host:6379/0: broker and cache, a Redis that all processes share",
        required_in_production=True,
        allows=_begins("redis://", "rediss://", "unix://"),
    ),
    Variable(
        name="ELASTICSEARCH_URL",
        help="http://host:9200; without it search is kept in SQLite",
        default="",
        allows=_begins("https://", "http://"),
    ),
    Variable(
        name="EMAIL_URL",
        help="smtp://user:password@host:587, smtp+tls://…",
        required_in_production=True,
        allows=_can_send,
    ),
    Variable(
        name="DEFAULT_FROM_EMAIL",
        help="Mosty <noreply@…>: the sender",
        required_in_production=True,
        allows=lambda value: "@" in value,
    ),
    Variable(name="CONTROLLER_NAME", help="the personal data controller's name", required_in_production=True),
    Variable(name="CONTROLLER_CONTACT", help="the controller's e-mail or address", required_in_production=True),
    Variable(
        name="LANGUAGES",
        help="interface languages, by comma: " + ", ".join(INSTALLED_LANGUAGES),
        kind="list",
        default=INSTALLED_LANGUAGES,
        allows=lambda value: value and set(value) <= set(INSTALLED_LANGUAGES),
    ),
    Variable(
        name="TIME_ZONE",
        help="the zone visitors see times in",
        default="Europe/Prague",
        allows=lambda value: value in available_timezones(),
    ),
    Variable(
        name="BRAND_FOLDER",
        help="folder with another network's mark, colours and pictures (docs/branding.md)",
        default="",
        allows=lambda value: not value or Path(value).is_dir(),
    ),
    Variable(name="MEDIA_ROOT", help="folder of images and documents", default=""),
    Variable(name="PRIVATE_ROOT", help="folder of attachments, served only by the app", default=""),
    Variable(name="SEARCH_PATH", help="file of the embedded search index", default=""),
    Variable(
        name="TRUSTED_PROXIES",
        help="number of proxies in front",
        kind="int",
        default=1,
        allows=lambda value: value >= 0,
    ),
    Variable(
        name="LOG_LEVEL",
        help="DEBUG, INFO, WARNING",
        default="INFO",
        allows=lambda value: value in LEVELS,
    ),
)


class Environment:
    """The checked environment. Raises ImproperlyConfigured naming every variable that is missing or wrong."""

    def __init__(self, source: Mapping[str, str] | None = None, *, production: bool = False) -> None:
        self._env = environ.Env()
        self._env.ENVIRON = dict(os.environ if source is None else source)
        self._values: dict[str, Any] = {}
        problems = [problem for v in VARIABLES.values() if (problem := self._read(v, production=production))]
        if problems:
            raise ImproperlyConfigured("Mosty cannot start:\n" + "\n".join(f"  - {p}" for p in problems))

    def _read(self, variable: Variable, *, production: bool) -> str:
        raw = self._env.ENVIRON.get(variable.name, "").strip()
        if not raw:
            self._values[variable.name] = variable.default
            missing = production and variable.required_in_production
            return f"{variable.name} is missing: {variable.help}" if missing else ""
        try:
            self._values[variable.name] = getattr(self._env, variable.kind)(variable.name)
        except (ValueError, ImproperlyConfigured) as error:
            return f"{variable.name} is wrong ({error}): {variable.help}"
        asked = production or not variable.only_in_production
        fits = not asked or variable.allows(self._values[variable.name])
        return "" if fits else f"{variable.name} is wrong: {variable.help}"

    def __getitem__(self, name: str) -> Any:
        """Return the value of a listed variable, or its default."""
        return self._values[name]

    def email(self) -> dict[str, Any]:
        """Return Django's EMAIL_* settings for EMAIL_URL."""
        config: dict[str, Any] = self._env.email("EMAIL_URL")
        return config
