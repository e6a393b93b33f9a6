"""`make test-services`: runs the tests against real servers and fails as badly as its worst pass."""

import os
import subprocess
import sys

from tests.services.engines import Engine, PostgreSQL
from tests.services.stack import available, stack

ON_POSTGRESQL = ["-m", "not e2e and not services and not data", "-n", "2"]
ON_ALL = ["-m", "services", "-p", "no:xdist", "--durations=12"]


def main(arguments: list[str]) -> int:
    """Run both passes, each with further arguments for pytest; return the worst exit code."""
    engines, left_out = available()
    for sentence in left_out:
        say(sentence)
    if left_out and os.environ.get("CI") == "true":
        say("In CI nothing is left out: run .ci/install-services first.")
        return 1
    codes = [run_pass(title, engines, [*marks, *arguments]) for title, engines, marks in passes(engines)]
    if left_out:
        say("This run was not complete:\n" + "\n".join(left_out))
    return max(codes, default=1)


def passes(engines: list[type[Engine]]) -> list[tuple[str, list[type[Engine]], list[str]]]:
    """Return what is run: title, servers and pytest's arguments."""
    databases = [engine for engine in engines if issubclass(engine, PostgreSQL)]
    found = [("The whole suite on PostgreSQL", databases, ON_POSTGRESQL)] if databases else []
    names = ", ".join(engine.name for engine in engines)
    return [*found, (f"Tests of real services: {names}", engines, ON_ALL)] if engines else found


def run_pass(title: str, engines: list[type[Engine]], arguments: list[str]) -> int:
    """Start the servers, run pytest once, and return its exit code."""
    say(f"== {title}")
    with stack(engines) as environment:
        command = [sys.executable, "-m", "pytest", "-q", *arguments]
        return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def say(text: str) -> None:
    """Write a line at once, so that it stands before what pytest prints."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
