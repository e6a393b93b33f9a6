"""The production shape. Refuses to start when something it depends on is missing or unsafe."""

from config.brand import put_brand_first
from config.env import Environment
from config.logging import logging_config
from config.settings.base import *  # noqa: F403  settings modules inherit by star
from config.settings.base import LANGUAGES as ALL_LANGUAGES
from config.settings.base import MEDIA_ROOT, PRIVATE_ROOT, SEARCH_PATH, STATICFILES_DIRS, STORAGES, TEMPLATES

env = Environment(production=True)

DEBUG = False
SECRET_KEY = env["SECRET_KEY"]
SECRET_KEY_FALLBACKS = env["SECRET_KEY_FALLBACKS"]
ALLOWED_HOSTS = env["ALLOWED_HOSTS"]
BASE_URL = env["BASE_URL"].rstrip("/")
WAGTAILADMIN_BASE_URL = BASE_URL
CSRF_TRUSTED_ORIGINS = [BASE_URL]

DATABASES = {"default": {**env["DATABASE_URL"], "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env["REDIS_URL"]}}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
ELASTICSEARCH_URL = env["ELASTICSEARCH_URL"]
SEARCH_PATH = env["SEARCH_PATH"] or SEARCH_PATH
MEDIA_ROOT = env["MEDIA_ROOT"] or MEDIA_ROOT
PRIVATE_ROOT = env["PRIVATE_ROOT"] or PRIVATE_ROOT
put_brand_first(env["BRAND_FOLDER"], templates=TEMPLATES, static=STATICFILES_DIRS)
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "core.staticfiles.JoinedStaticFilesStorage"}}

vars().update(env.email())
DEFAULT_FROM_EMAIL = env["DEFAULT_FROM_EMAIL"]
SERVER_EMAIL = DEFAULT_FROM_EMAIL
CONTROLLER_NAME = env["CONTROLLER_NAME"]
CONTROLLER_CONTACT = env["CONTROLLER_CONTACT"]

LANGUAGES = [(code, name) for code, name in ALL_LANGUAGES if code in env["LANGUAGES"]]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
TIME_ZONE = env["TIME_ZONE"]

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
ALLAUTH_TRUSTED_PROXY_COUNT = env["TRUSTED_PROXIES"]

CELERY_BROKER_URL = env["REDIS_URL"]
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
}
CELERY_TASK_ACKS_LATE = True
LOGGING = logging_config(level=env["LOG_LEVEL"], as_json=True)
