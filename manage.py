#!/usr/bin/env python
"""Runs Django's commands with `platform/` on the path, installed or not."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Put the two roots on the path and hand over to Django."""
    sys.path.insert(0, str(Path(__file__).resolve().parent / "platform"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.embedded")
    from django.core.management import execute_from_command_line  # noqa: PLC0415  needs the path above

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
