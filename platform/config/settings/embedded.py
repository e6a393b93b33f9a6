"""One command, only Python: SQLite, embedded search, a worker over the filesystem, mails into a local outbox.

Needs no variable and writes only under `var/`. Never to be put on the internet: personas can sign in by one click.
"""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from config.brand import put_brand_first
from config.logging import logging_config
from config.settings.base import *  # noqa: F403  settings modules inherit by star
from config.settings.base import STATICFILES_DIRS, TEMPLATES, VAR, WAGTAIL_SITE_NAME

VAR = Path(os.environ.get("MOSTY_VAR", VAR))
for folder in ("media", "private", "outbox", "broker", "control", "static"):
    (VAR / folder).mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    """Make a key at the first start and keep it beside the database, so sessions outlive a restart."""
    path = VAR / "secret_key"
    if not path.exists():
        path.write_text(get_random_secret_key(), encoding="utf-8")
        path.chmod(0o600)
    return path.read_text(encoding="utf-8")


SECRET_KEY = _secret_key()
MOSTY_EMBEDDED = True
DEMO_ALLOWED = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
PORT = int(os.environ.get("PORT", "8000"))
BASE_URL = f"http://localhost:{PORT}"
WAGTAILADMIN_BASE_URL = BASE_URL

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "mosty.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
MEDIA_ROOT = str(VAR / "media")
PRIVATE_ROOT = str(VAR / "private")
STATIC_ROOT = VAR / "static"
put_brand_first(os.environ.get("BRAND_FOLDER", ""), templates=TEMPLATES, static=STATICFILES_DIRS)
SEARCH_PATH = str(VAR / "search.sqlite3")
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(VAR / "outbox")
CONTROLLER_NAME = f"{WAGTAIL_SITE_NAME} (local trial)"
CONTROLLER_CONTACT = "privacy@example.org"

CELERY_BROKER_URL = "filesystem://"
CELERY_BROKER_TRANSPORT = "config.file_broker:Transport"
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "data_folder_in": str(VAR / "broker"),
    "data_folder_out": str(VAR / "broker"),
    "control_folder": str(VAR / "control"),
    "polling_interval": 0.1,
}
CELERY_TASK_ACKS_LATE = False
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "celerybeat-schedule")
LOGGING = logging_config(level="INFO", as_json=False)
