"""The production shape as Dockerfile and docker-compose.yml start it, on real servers without containers."""

import http.client
import os
import re
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import yaml

from tests.services import processes
from tests.services.engines import Elasticsearch, PostgreSQL, Redis
from tests.services.mosty_processes import ROOT, manage, production_variables
from tests.services.processes import wait_for
from tests.services.stack import running_server

pytestmark = pytest.mark.services
DATABASE = "mosty_production"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("production")


@pytest.fixture(scope="module")
def environment(folder):
    """A database of its own, brought up as docs/operations.md says."""
    database = running_server(PostgreSQL)
    with psycopg.connect(database.url.replace("postgres://", "postgresql://"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {DATABASE}")
    env = {
        **production_variables(),
        "DATABASE_URL": database.url.rpartition("/")[0] + f"/{DATABASE}",
        "REDIS_URL": running_server(Redis).url,
        "ELASTICSEARCH_URL": running_server(Elasticsearch).url,
        "MEDIA_ROOT": str(folder / "media"),
        "PRIVATE_ROOT": str(folder / "private"),
    }
    manage("migrate", "--noinput", "-v", "0", env=env)
    manage("collectstatic", "--noinput", "-v", "0", env=env)
    manage("start_site", env=env)
    return env


@pytest.fixture(scope="module")
def site(environment, folder):
    """The port of a web server with worker and beat beside it; all end with the module."""
    port = processes.free_port()
    commands = {
        "web": web_command(port),
        "worker": service_command("worker"),
        "beat": service_command("beat", schedule=folder / "schedule"),
    }
    try:
        for name, command in commands.items():
            (folder / name).mkdir()
            processes.start(command, folder=folder / name, env=environment, as_server_user=False)
        assert wait_for(lambda: answer(port, "/health/live")[0] == 200, seconds=60), processes.tail(folder / "web")
        yield port
    finally:
        for name in commands:
            processes.stop(folder / name)


def in_environment(words):
    """The same program from the environment that the tests run in; the command's own directory is the root."""
    inside = " ".join(words)
    return ["sh", "-c", f"cd {ROOT} && exec {sys.executable} -m {inside}"]


def web_command(port):
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    words = yaml.safe_load(re.search(r"^CMD (\[.*?\])", dockerfile, flags=re.M | re.S)[1].replace("\\\n", " "))
    return in_environment([word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in words])


def service_command(name, *, schedule=None):
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    return in_environment(
        [str(schedule) if word == "/tmp/beat/schedule" else word for word in services[name]["command"]]
    )


def answer(port, path, *, scheme="https"):
    """Status, headers and text of an address, asked as the proxy asks."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": "localhost", "X-Forwarded-Proto": scheme})
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode(errors="replace")
    except OSError:
        return 0, {}, ""
    finally:
        connection.close()


def test_every_part_reports_that_it_works(site):
    # Beat's first heartbeat is due a minute after its start.
    assert wait_for(lambda: answer(site, "/health/ready")[0] == 200, seconds=100), answer(site, "/health/ready")[2]


def test_the_front_page_answers_with_the_headers_of_production(site):
    status, headers, text = answer(site, "/cs/")

    assert (status, "<h1" in text) == (200, True)
    assert headers["Strict-Transport-Security"].startswith("max-age=")
    assert "unsafe-inline" not in headers["Content-Security-Policy"]


def test_static_files_carry_a_fingerprint_and_are_kept_for_ever(site):
    stylesheet = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', answer(site, "/cs/")[2])[1]
    status, headers, _ = answer(site, stylesheet)

    assert (status, "immutable" in headers["Cache-Control"]) == (200, True)


def test_plain_http_is_sent_to_https(site):
    status, headers, _ = answer(site, "/cs/", scheme="http")

    assert (status, headers["Location"]) == (301, "https://localhost/cs/")


def test_the_probe_of_the_container_says_yes_here_and_no_where_nobody_answers(site, environment):
    probe = str(Path(ROOT) / "deploy" / "probe.py")
    codes = [
        subprocess.run([sys.executable, probe], env={**os.environ, **environment, "PORT": str(port)}, check=False)
        for port in (site, processes.free_port())
    ]

    assert [done.returncode for done in codes] == [0, 1]
