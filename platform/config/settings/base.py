"""What both shapes and the tests share. Differences stand in the sibling modules, secrets in the environment."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from celery.schedules import crontab
from django.utils.translation import gettext_lazy as _
from kombu import Queue

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / "var"

DEBUG = False
MOSTY_EMBEDDED = False
DEMO_ALLOWED = False

INSTALLED_APPS = [
    "core",
    "mail",
    "vocabulary",
    "accounts",
    "following",
    "organisations",
    "platforms",
    "moderation",
    "feedback",
    "forums",
    "cms",
    "search",
    "notifications",
    "bridges",
    "demo",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.wagtail_app.PeopleAdminConfig",  # wagtail.users with our list of people
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_htmx",
    "django_prose_editor",
    "heroicons",
    "js_asset",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.csp.PolicyMiddleware",
    "core.middleware.input.CleanInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.FormStatusMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.ReaderZoneMiddleware",
    "core.middleware.viewer.ViewerMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["core.template_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context.site",
                "cms.context.website",
            ],
            "builtins": ["core.templatetags.ui", "core.templatetags.panels"],
        },
    }
]

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:me"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = False
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up, and nowhere else
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/5m/ip,5/5m/key"}
SESSION_COOKIE_AGE = int(timedelta(days=60).total_seconds())
SESSION_COOKIE_HTTPONLY = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "add_webauthn": "accounts.forms.second_step.AddKeyForm",
    "edit_webauthn": "accounts.forms.second_step.EditKeyForm",
    "authenticate": "accounts.forms.second_step.CodeForm",
    "reauthenticate": "accounts.forms.second_step.CodeAgainForm",
    "activate_totp": "accounts.forms.second_step.StartAppForm",
}

# Languages: interface languages are Wagtail's locales; the language of a text is an open list.
LANGUAGE_CODE = "cs"
LANGUAGES = [
    ("cs", "Čeština"),
    ("en", "English"),
    ("sk", "Slovenčina"),
    ("de", "Deutsch"),
    ("uk", "Українська"),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "packages"]  # ours come first, then our words for packages
LANGUAGE_COOKIE_NAME = "language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Prague"

# Wagtail
WAGTAIL_SITE_NAME = "Mosty"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # addresses that can be read aloud and typed everywhere
WAGTAIL_AUTOSAVE_INTERVAL = 0  # published while it saves, a page gets each new partner and download twice
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DEFAULT_TRANSLATION_MODE = "simple"
WAGTAILADMIN_BASE_URL = "http://localhost:8000"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "ATOMIC_REBUILD": False}}
WAGTAILIMAGES_IMAGE_MODEL = "cms.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.file_forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.file_forms.DocumentForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "cms.SiteDocument"
WAGTAILDOCS_EXTENSIONS = [
    "pdf",
    "doc",
    "docx",
    "xls",
    "xlsx",
    "ppt",
    "pptx",
    "odt",
    "ods",
    "odp",
    "txt",
    "csv",
    "ics",
    "zip",
]
TAGGIT_CASE_INSENSITIVE = True

# Files
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = str(VAR / "media")
PRIVATE_ROOT = str(VAR / "private")
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "core.attachments.storage.PrivateStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
ATTACHMENT_MAX_BYTES = 25 * 1024 * 1024
ATTACHMENTS_PER_ITEM = 10

# Search
SEARCH_PATH = str(VAR / "search.sqlite3")
ELASTICSEARCH_URL = ""
ELASTICSEARCH_PREFIX = "mosty"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Security
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview shows our pages in a frame of its own
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
CSRF_FAILURE_VIEW = "core.views.errors.csrf_failure"
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

# Celery: what must not be lost is a database row, a message only says "look".
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ROUTES = {"mail.*": {"queue": "mail"}, "search.*": {"queue": "index"}}
CELERY_TASK_DEFAULT_QUEUE = "default"
# A worker started without -Q takes all three; big installations give each its own workers.
CELERY_TASK_QUEUES = [Queue(name, routing_key=name) for name in ("default", "mail", "index")]
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # workers log as the web does: one JSON object a line in production
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "core.beat": {"task": "core.record_beat", "schedule": 60.0},
    "cms.publish_scheduled": {"task": "cms.publish_scheduled", "schedule": 300.0},
    "core.sweep": {"task": "core.sweep_outbox", "schedule": 60.0},
    "core.prune": {"task": "core.prune_outbox", "schedule": crontab(hour="3", minute="10")},
    "core.prune_writing": {"task": "core.prune_writing", "schedule": crontab(hour="3", minute="20")},
    "search.sync": {"task": "search.sync_due", "schedule": 60.0},
    "search.reconcile": {"task": "search.reconcile", "schedule": crontab(hour="3", minute="40")},
    "mail.send": {"task": "mail.send_due", "schedule": 60.0},
    "mail.empty": {"task": "mail.empty_old", "schedule": crontab(hour="3", minute="20")},
    "notifications.instant": {"task": "notifications.send_instant", "schedule": 60.0},
    "notifications.digests": {"task": "notifications.run_digests", "schedule": crontab(minute="*/15")},
    "notifications.prune": {"task": "notifications.prune", "schedule": crontab(hour="3", minute="40")},
    "feedback.prune": {"task": "feedback.prune", "schedule": crontab(hour="3", minute="50")},
    "accounts.sealed": {"task": "accounts.destroy_sealed", "schedule": crontab(hour="3", minute="30")},
}

# Limits (features.md of the field: generous for invited officials, firm against floods); rate per person
RATE_LIMITS: dict[str, tuple[tuple[int, int], ...]] = {
    # verb: ((how many, in how many seconds), …)
    "topic": ((10, 86_400), (2, 60)),
    "reply": ((60, 86_400), (5, 60)),
    "report": ((20, 86_400),),
    "search": ((30, 60),),
    "upload": ((100, 86_400), (20, 60)),
    "subscribe": ((10, 86_400), (3, 60)),
    "link": ((60, 86_400), (10, 60)),
    "join": ((30, 86_400),),
    "feedback": ((20, 86_400), (5, 600)),
}

# The controller of personal data, shown in the privacy text
CONTROLLER_NAME = ""
CONTROLLER_CONTACT = ""
BASE_URL = "http://localhost:8000"
DEFAULT_FROM_EMAIL = "Mosty <noreply@localhost>"
SITE_NAME = _("Mosty")
LOG_LEVEL = "INFO"

SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # e-mail is unique without regard to case by a constraint, which the check does not see
    "security.W019",  # Wagtail's preview shows our pages in a frame of its own site
]
