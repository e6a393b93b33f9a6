"""Reads our templates without their indentation: a third of a page would be blanks. Line numbers stay as they are."""

import re

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def without_indentation(source: str) -> str:
    """Return the source of an HTML template without blanks at the ends of its lines; values are not in it yet."""
    return INDENTATION.sub("", source)


class Loader(filesystem.Loader):
    """The file system's loader, for HTML without indentation; plain texts of mails stay as they are."""

    def get_contents(self, origin: Origin) -> str:
        """Return the source of a template. Raises TemplateDoesNotExist."""
        source = super().get_contents(origin)
        return without_indentation(source) if str(origin.name).endswith(".html") else source
