"""The tests' settings: SQLite in memory unless DATABASE_URL says otherwise; nothing outside a temp folder."""

import os
import tempfile
from pathlib import Path

from config.env import Environment
from config.logging import logging_config
from config.settings.base import *  # noqa: F403  settings modules inherit by star
from config.settings.base import CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP as _RETRY

env = Environment()
VAR = Path(tempfile.mkdtemp(prefix="mosty-test-"))

SECRET_KEY = "tests-only-" + "k" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {
    "default": env["DATABASE_URL"]
    or {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DEMO_ALLOWED = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir()
MEDIA_ROOT = str(VAR / "media")
PRIVATE_ROOT = str(VAR / "private")
SEARCH_PATH = str(VAR / "search.sqlite3")
ELASTICSEARCH_URL = env["ELASTICSEARCH_URL"]
ELASTICSEARCH_PREFIX = f"mosty-test-{os.getpid()}"
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = _RETRY
CONTROLLER_NAME = "Test controller"
CONTROLLER_CONTACT = "privacy@example.org"
DEFAULT_FROM_EMAIL = "Mosty <noreply@example.org>"
LOGGING = logging_config(level="ERROR", as_json=False)
