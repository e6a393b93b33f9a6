"""The Celery app. Tasks take ids and JSON only; what must not be lost is a row, never only a message."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.embedded")

app = Celery("mosty")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
