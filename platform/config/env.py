"""Reads and checks the environment once. Every variable that Mosty knows is listed here and nowhere else.

The rule: settings ask `Environment`, never `os.environ`; what is missing or wrong is named in one message.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, kw_only=True)
class Variable:
    """One variable: its name, how it is read, and what it is for."""

    name: str
    help: str
    kind: str = "str"
    default: Any = None
    required_in_production: bool = False


def _listed(*variables: Variable) -> dict[str, Variable]:
    return {variable.name: variable for variable in variables}


VARIABLES: dict[str, Variable] = _listed(
    Variable(name="SECRET_KEY", help="50 or more random characters", required_in_production=True),
    Variable(name="SECRET_KEY_FALLBACKS", help="former keys while rotating", kind="list", default=[]),
    Variable(name="DEBUG", help="must stay off", kind="bool", default=False),
    Variable(name="ALLOWED_HOSTS", help="host names, by comma", kind="list", required_in_production=True),
    Variable(name="BASE_URL", help="https://… under which people reach the site", required_in_production=True),
    Variable(name="DATABASE_URL", help="postgres://user:password@host/name", kind="db", required_in_production=True),
    Variable(name="REDIS_URL", help="redis://host:6379/0: broker and shared cache", required_in_production=True),
    Variable(name="ELASTICSEARCH_URL", help="http://host:9200; without it search is kept in SQLite", default=""),
    Variable(name="EMAIL_URL", help="smtp://user:password@host:587, smtp+tls://…", required_in_production=True),
    Variable(name="DEFAULT_FROM_EMAIL", help="Mosty <noreply@…>: the sender", required_in_production=True),
    Variable(name="CONTROLLER_NAME", help="the personal data controller's name", required_in_production=True),
    Variable(name="CONTROLLER_CONTACT", help="the controller's e-mail or address", required_in_production=True),
    Variable(
        name="LANGUAGES",
        help="interface languages, by comma",
        kind="list",
        default=["cs", "en", "sk", "de", "uk"],
    ),
    Variable(name="TIME_ZONE", help="the zone visitors see times in", default="Europe/Prague"),
    Variable(name="MEDIA_ROOT", help="folder of images and documents", default=""),
    Variable(name="PRIVATE_ROOT", help="folder of attachments, served only by the app", default=""),
    Variable(name="SEARCH_PATH", help="file of the embedded search index", default=""),
    Variable(name="TRUSTED_PROXIES", help="number of proxies in front", kind="int", default=1),
    Variable(name="LOG_LEVEL", help="DEBUG, INFO, WARNING", default="INFO"),
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
        return ""

    def __getitem__(self, name: str) -> Any:
        """Return the value of a listed variable, or its default."""
        return self._values[name]

    def email(self) -> dict[str, Any]:
        """Return Django's EMAIL_* settings for EMAIL_URL."""
        config: dict[str, Any] = self._env.email("EMAIL_URL")
        return config
