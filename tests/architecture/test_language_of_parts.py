"""What people and editors wrote stands inside an element that names its language (WCAG 3.1.2). Names need none."""

import re
from pathlib import Path

import pytest

from tests.architecture import markup
from tests.architecture.markup import FOLDER, template

# The last word of an expression that prints somebody's text. Names of people, places and organisations, and the
# positions that stand beside them, are the same in every language.
WRITTEN = {
    "title", "gist", "summary", "excerpt", "snippet", "about", "about_text", "note", "html", "lead", "problem", "wish",
    "description", "reason", "decision", "caption", "body", "quote", "role_contact", "cost_band", "staff", "heading",
    "time_to_effect", "legal_basis", "frequency", "help_with", "looking_for",
}  # fmt: skip
RENDERED = "cms/blocks/"  # parts of a page's text; the page's template prints them as one, inside its language
NO_READER = ("styleguide", "emails", "wagtailadmin", "allauth")
INTERFACE = "words of the interface, in the reader's language"
MARKED_WITHIN = "HTML that marks the titles in it"
NOT_SOMEBODYS_TEXT = {
    "accounts/partials/_personas.html": {"persona.title": INTERFACE},
    "components/job.html": {"job.note": INTERFACE},
    "components/people.html": {"person.note": INTERFACE},
    "components/entries.html": {"row.note": "a position"},
    "moderation/_title.html": {"entry.title": "where the item is gone: " + INTERFACE},
    "notifications/partials/_line.html": {"line.html": MARKED_WITHIN},
    "notifications/settings.html": {"digest.title": INTERFACE},
    "platforms/panels/_who_is_here.html": {"row.note": "a position"},
}
FORM = "form."  # its fields bear such names, and are no texts
NAMES = sorted(
    str(path.relative_to(FOLDER))
    for path in FOLDER.rglob("*.html")
    if path.relative_to(FOLDER).parts[0] not in NO_READER and not str(path.relative_to(FOLDER)).startswith(RENDERED)
)


def is_written(expression: str) -> bool:
    """Return whether an expression prints somebody's text: a bare word is what the caller gives, and marks."""
    variable = expression.split("|", maxsplit=1)[0].strip()
    return "." in variable and variable.split(".")[-1] in WRITTEN and not variable.startswith(FORM)


def places_of(name: str) -> list[bool]:
    """Return for each place that includes a template whether it stands inside a `lang` or is given one."""
    found = []
    for other in NAMES:
        for wanted, arguments, marked in template(other).includes:
            if wanted == name:
                found.append(marked or "lang" in arguments or (other != name and is_always_inside(other)))
    return found


def is_always_inside(name: str) -> bool:
    """Return whether a template is a part that only ever stands inside a `lang`."""
    places = places_of(name)
    return bool(places) and all(places)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_of_somebody_names_its_language(name: str) -> None:
    bare = {text for text, marked in template(name).values if not marked and is_written(text)}
    bare -= set(NOT_SOMEBODYS_TEXT.get(name, {}))
    if bare and is_always_inside(name):
        bare = set()
    assert bare == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_text_given_to_a_part_goes_with_its_language(name: str) -> None:
    bare = [
        f"{part}: {value}"
        for part, arguments, marked in template(name).includes
        for value in re.findall(r"\w+=([\w.|]+)", arguments)
        if is_written(value) and not marked and not re.search(r"lang\w*=", arguments)
        if value not in NOT_SOMEBODYS_TEXT.get(name, {})
    ]
    assert [row for row in bare if not is_always_inside(name)] == []


FAULTY = [
    "<h1>{{ topic.title }}</h1>",
    '<p lang="{{ a.lang }}">{{ a.gist }}</p><p>{{ a.gist|truncatechars:80 }}</p>',
    '<html lang="cs"><body>{{ page.summary }}</body></html>',
    '<article><div lang="cs"></div><p>{% if page.note %}{{ page.note }}{% endif %}</p></article>',
    '{% include "components/card.html" with title=topic.title href=topic.href only %}',
]


@pytest.mark.parametrize("source", FAULTY)
def test_a_fault_is_found(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"{tmp_path.name}.html"
    (tmp_path / name).write_text(source, encoding="utf-8")
    monkeypatch.setattr(markup, "FOLDER", tmp_path)
    read = template(name)
    monkeypatch.undo()
    assert read.values or read.includes
    with pytest.raises(AssertionError):
        _look(name)


def _look(name: str) -> None:
    test_a_text_of_somebody_names_its_language(name)
    test_a_text_given_to_a_part_goes_with_its_language(name)
