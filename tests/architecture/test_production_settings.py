"""Production starts only with all it depends on, says what is missing, and passes the deployment checks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.env import VARIABLES, Environment

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "Zq7-" + "xK2p9Lm4" * 8,
    "ALLOWED_HOSTS": "mosty.example.org",
    "BASE_URL": "https://mosty.example.org",
    "DATABASE_URL": "postgres://mosty:x@127.0.0.1:1/mosty",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "smtp://127.0.0.1:1",
    "DEFAULT_FROM_EMAIL": "Mosty <noreply@example.org>",
    "CONTROLLER_NAME": "Controller",
    "CONTROLLER_CONTACT": "privacy@example.org",
}
REQUIRED = sorted(name for name, variable in VARIABLES.items() if variable.required_in_production)


def start(command, **environment):
    """Run a command of Mosty in production with exactly this environment."""
    inherited = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    arguments = [sys.executable, "manage.py", *command]
    return subprocess.run(
        arguments, cwd=ROOT, env={**inherited, **environment}, capture_output=True, text=True, check=False
    )


def test_the_deployment_checks_find_nothing():
    checked = start(["check", "--deploy", "--fail-level", "WARNING"], **COMPLETE)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_everything_that_is_missing_is_named_in_one_message():
    with pytest.raises(ImproperlyConfigured) as refused:
        Environment({}, production=True)

    assert [name for name in REQUIRED if f"{name} is missing" not in str(refused.value)] == []


@pytest.mark.parametrize("name", REQUIRED)
def test_production_does_not_start_without(name):
    with pytest.raises(ImproperlyConfigured, match=f"{name} is missing"):
        Environment({**COMPLETE, name: " "}, production=True)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "on", "DEBUG is wrong: must stay off"),
        ("REDIS_URL", "locmemcache://", "a Redis that all processes share"),
    ],
)
def test_production_does_not_start_when_it_would_be_unsafe(name, value, sentence):
    refused = start(["check"], **{**COMPLETE, name: value})

    assert refused.returncode != 0
    assert sentence in refused.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("BASE_URL", "mosty.example.org"),
        ("DATABASE_URL", "sqlite:////tmp/mosty.sqlite3"),
        ("EMAIL_URL", "pigeon://127.0.0.1"),
        ("DEFAULT_FROM_EMAIL", "Mosty"),
        ("ELASTICSEARCH_URL", "search:9200"),
        ("LANGUAGES", "cs,xx"),
        ("TIME_ZONE", "Mars/Olympus"),
        ("TRUSTED_PROXIES", "many"),
        ("TRUSTED_PROXIES", "-1"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_value_is_named(name, value):
    with pytest.raises(ImproperlyConfigured, match=f"{name} is wrong"):
        Environment({**COMPLETE, name: value}, production=True)


def test_what_is_wrong_and_what_is_missing_stand_in_one_message():
    with pytest.raises(ImproperlyConfigured) as refused:
        Environment({**COMPLETE, "DEBUG": "on", "REDIS_URL": "locmemcache://", "CONTROLLER_NAME": ""}, production=True)

    assert {line.split()[1] for line in str(refused.value).splitlines()[1:]} == {
        "DEBUG",
        "REDIS_URL",
        "CONTROLLER_NAME",
    }


def test_embedded_and_tests_need_no_variable_at_all():
    assert Environment({})["LOG_LEVEL"] == "INFO"
