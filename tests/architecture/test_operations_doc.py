"""docs/operations.md names only commands, files and variables that exist."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"(?:manage\.py|^mosty) ([a-z_]+)", DOCUMENT, flags=re.MULTILINE)))
FILES = sorted(set(re.findall(r"`((?:deploy|docs|requirements)/[\w./-]+|[A-Z]+\.md|\.env\.example)`", DOCUMENT)))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_exists(name):
    assert name in get_commands()


@pytest.mark.parametrize("path", FILES)
def test_a_file_exists(path):
    assert (ROOT / path).exists()


def test_the_document_names_commands_and_files():
    assert {"migrate", "start_site", "rebuild_index"} <= set(COMMANDS)
    assert {"deploy/Caddyfile", ".env.example"} <= set(FILES)
