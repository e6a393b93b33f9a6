"""The files of a production installation agree with the settings and with what the tests run on."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from config.env import VARIABLES
from tests.services.engines import elasticsearch

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
APP_SERVICES = ("web", "worker", "beat", "migrate")
# Variables of the programs around Mosty, not of Mosty.
OF_GUNICORN = {"WEB_CONCURRENCY"}
OF_COMPOSE = {"COMPOSE_PROFILES"}
FILLED_IN = {
    "MOSTY_DOMAIN": "mosty.example.org",
    "POSTGRES_PASSWORD": "a",
    "REDIS_PASSWORD": "b",
    "SECRET_KEY": "c",
    "EMAIL_URL": "smtp://mailpit:1025",
    "DEFAULT_FROM_EMAIL": "noreply@example.org",
    "CONTROLLER_NAME": "Controller",
    "CONTROLLER_CONTACT": "privacy@example.org",
}


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))


def interpolated():
    """Every ${NAME} of the file, and the operator that follows the name."""
    return re.findall(r"(?<!\$)\$\{([A-Z_]+)(:[-?])?", COMPOSE.read_text(encoding="utf-8"))


def example_variables():
    """The names of .env.example, set or shown in a comment."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    return set(re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", text, flags=re.MULTILINE))


def run_compose(environment):
    program = Path(sys.executable).parent / "docker-compose"
    command = [str(program), "-f", str(COMPOSE), "--env-file", "/dev/null", "config", "-q"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_compose_accepts_the_file_when_every_value_is_given():
    assert (run_compose(FILLED_IN).returncode, run_compose(FILLED_IN).stderr) == (0, "")


@pytest.mark.parametrize("name", sorted(FILLED_IN))
def test_compose_names_the_value_that_is_missing(name):
    refused = run_compose({key: value for key, value in FILLED_IN.items() if key != name})

    assert refused.returncode != 0
    assert f"set {name} in .env" in refused.stderr


@pytest.mark.parametrize("service", APP_SERVICES)
def test_every_variable_of_a_service_is_known_to_the_settings(compose, service):
    assert set(compose["services"][service]["environment"]) <= set(VARIABLES) | OF_GUNICORN


@pytest.mark.parametrize("service", APP_SERVICES)
def test_every_variable_that_production_needs_is_given(compose, service):
    needed = {name for name, variable in VARIABLES.items() if variable.required_in_production}

    assert needed <= set(compose["services"][service]["environment"])


def test_the_example_shows_every_variable_and_no_other():
    assert example_variables() == set(VARIABLES) | OF_COMPOSE | {name for name, _ in interpolated()}


def test_the_example_holds_no_secret():
    filled = [line for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines() if "=" in line]
    secrets = [line for line in filled if re.match(r"[A-Z_]*(PASSWORD|SECRET)[A-Z_]*=", line)]

    assert secrets == ["POSTGRES_PASSWORD=", "REDIS_PASSWORD=", "SECRET_KEY="]


def test_no_password_has_a_default():
    secret = [(name, operator) for name, operator in interpolated() if re.search("PASSWORD|SECRET_KEY$", name)]

    assert {name for name, _ in secret} == {"POSTGRES_PASSWORD", "REDIS_PASSWORD", "SECRET_KEY"}
    assert {operator for _, operator in secret} == {":?"}


def test_every_foreign_image_is_pinned(compose):
    images = [service["image"] for service in compose["services"].values() if not service.get("build")]
    stages = re.findall(r"^FROM (\S+)", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)

    for image in (*images, *stages):
        assert re.fullmatch(r"[a-z/]+:v?\d+\.\d+\.\d+(-[a-z-]+)?|postgres:\d+\.\d+(-[a-z]+)?", image), image


def test_elasticsearch_is_the_one_that_the_tests_run_on(compose):
    version = compose["services"]["elasticsearch"]["image"].partition(":")[2]

    assert elasticsearch.HOME.name == f"elasticsearch-{version}"
    assert f'elasticsearch_version="{version}"' in (ROOT / ".ci" / "install-services").read_text(encoding="utf-8")


def test_every_lasting_service_is_watched(compose):
    unwatched = [name for name, service in compose["services"].items() if not service.get("healthcheck")]

    assert unwatched == ["migrate"]


def test_every_volume_is_used_and_what_must_last_has_one(compose):
    used = {
        volume.partition(":")[0] for service in compose["services"].values() for volume in service.get("volumes", [])
    }

    assert set(compose["volumes"]) == {name for name in used if not name.startswith((".", "/"))}
    assert {"files", "postgres", "redis", "elasticsearch"} <= used


def test_only_the_proxy_is_reachable_from_outside(compose):
    reachable = {
        name
        for name, service in compose["services"].items()
        for port in service.get("ports", [])
        if not port.startswith("127.0.0.1:")
    }

    assert reachable == {"caddy"}


@pytest.mark.parametrize("service", APP_SERVICES)
def test_the_application_has_no_rights_it_does_not_need(compose, service):
    assert compose["services"][service]["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in compose["services"][service]["security_opt"]


def test_the_image_runs_as_nobody_special_with_both_roots_on_the_path():
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")

    assert re.search(r"^USER mosty$", dockerfile, flags=re.MULTILINE)
    assert "PYTHONPATH=/app:/app/platform" in dockerfile
    assert "collectstatic" in dockerfile
    assert "--require-hashes" in dockerfile


def test_the_worker_listens_to_every_queue(compose, settings):
    routed = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()}
    command = compose["services"]["worker"]["command"]
    queues = set(command[command.index("-Q") + 1].split(","))

    assert queues == routed | {settings.CELERY_TASK_DEFAULT_QUEUE}


@pytest.mark.parametrize("unit", ["web", "worker", "beat"])
def test_systemd_runs_what_the_containers_run(compose, unit):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read_string((ROOT / "deploy" / "systemd" / f"mosty-{unit}.service").read_text(encoding="utf-8"))
    service = parser["Service"]

    assert service["User"] == "mosty"
    assert service["EnvironmentFile"] == "/etc/mosty/mosty.env"
    assert words_of(service["ExecStart"]) >= words_of(" ".join(container_command(compose, unit)))


def container_command(compose, service):
    """The command of a service, which is the image's own for web."""
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    default = yaml.safe_load(re.search(r"^CMD (\[.*?\])", dockerfile, flags=re.M | re.S)[1].replace("\\\n", " "))
    return compose["services"][service].get("command", default)


def words_of(command):
    """The program and the words of a command, without paths, addresses and what exists in containers only."""
    options_of_containers = {"--worker-tmp-dir", "/dev/shm"}
    words = (word.rpartition("/bin/")[2] for word in command.split() if word not in options_of_containers)
    return {word for word in words if not word.startswith("/") and not re.fullmatch(r"[\d.]+:\d+", word)}
