"""Reads our templates without what only their writers need: indentation, and the breaks of lines of control tags."""

import re
from typing import Final

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION: Final = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
# Tags that print nothing themselves; the break of the line before them still parts what stands on both sides.
CONTROL: Final = (
    r"\{% (?:(?:if|elif|for|with|load|block|endblock) [^%]*|(?:url|translate) [^%]* as \w+ ?"
    r"|(?:else|endif|empty|endfor|endwith|endblock) ?)%\}"
)
CONTROL_LINE: Final = re.compile(rf"^(?:{CONTROL})+\n", re.MULTILINE)


def without_indentation(source: str) -> str:
    """Return the source of an HTML template without blanks at the ends of its lines; values are not in it yet."""
    return INDENTATION.sub("", source)


def without_control_lines(source: str) -> str:
    """Return the source without the line breaks after lines of control tags, which would be empty lines of the page."""
    return CONTROL_LINE.sub(lambda found: found[0][:-1], source)


class Loader(filesystem.Loader):
    """The file system's loader, for HTML without blanks; plain texts of mails stay as they are."""

    def get_contents(self, origin: Origin) -> str:
        """Return the source of a template. Raises TemplateDoesNotExist."""
        source = super().get_contents(origin)
        return without_control_lines(without_indentation(source)) if str(origin.name).endswith(".html") else source
