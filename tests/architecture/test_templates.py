"""Every template says its words in the reader's language, describes its pictures and labels its fields."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*.html") if "styleguide" not in path.parts)
LETTERS = sorted(FOLDER.rglob("*.txt"))
# What a template says without being asked for in a language: names of things that have one name everywhere.
SAME_EVERYWHERE = {"Mosty", "PDF", "CSV", "JSON", "RSS", "QR", "XLSX", "HTML", "JavaScript", "e-mail", "https://"}
BLOCK = re.compile(r"\{% (blocktranslate|comment|verbatim)\b.*?%\}.*?\{% end\1 %\}", re.DOTALL)
CLASSES = re.compile(r"\{% block \w+_class %\}.*?\{% endblock %\}", re.DOTALL)
TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ELEMENT = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1>|<[^>]*>|&\w+;", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN = re.compile(
    r"\s(?:alt|title|placeholder|label|summary|aria-(?:label|description|valuetext|roledescription)"
    r'|data-(?:label|text|title|confirm|message|close))="([^"]*)"'
)
BUTTON = re.compile(r'<input\b[^>]*type="(?:submit|button|reset)"[^>]*\bvalue="([^"]*)"')
# What is handed to a part of a page or to a filter: a word in quotes is English for everybody.
GIVEN = re.compile(
    r'\b(?:label|title|text|note|action|submit|confirm|hint|caption|summary|unit|alt|description)="([^"]*)"'
)
FALLBACK = re.compile(r'\|(?:default|default_if_none|yesno):"([^"]*)"')
SENTENCE = re.compile(r"^[A-Z]|.* ")  # a lone small word is a name of a style or a colour
PRINTED = re.compile(r"\{\{ (form\.\w+) *(?:\||\}\})")
UNTRANSLATED = re.compile(r"^[^{]*[^\W\d_]{2,}[^{]*$")


def name(path: Path) -> str:
    return str(path.relative_to(FOLDER))


def without_tags(source: str) -> str:
    return TAG.sub(" ", BLOCK.sub(" ", CLASSES.sub(" ", source)))


@pytest.mark.parametrize("path", [*TEMPLATES, *LETTERS], ids=name)
def test_no_word_stands_outside_a_translation(path: Path) -> None:
    text = ELEMENT.sub(" ", without_tags(path.read_text(encoding="utf-8")))
    assert set(WORD.findall(text)) - SAME_EVERYWHERE - {"mail"} == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_attribute_speaks_one_language(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    spoken = [text for text in [*SPOKEN.findall(source), *BUTTON.findall(source)] if UNTRANSLATED.match(text)]
    assert set(spoken) - SAME_EVERYWHERE == set()


@pytest.mark.parametrize("path", [*TEMPLATES, *LETTERS], ids=name)
def test_no_word_is_handed_on_untranslated(path: Path) -> None:
    tags = TAG.findall(path.read_text(encoding="utf-8"))
    handed = [text for tag in tags if tag.startswith("{% include") for text in GIVEN.findall(tag)]
    handed += [text for tag in tags for text in FALLBACK.findall(tag) if "_(" not in tag and SENTENCE.match(text)]
    assert {text for text in handed if UNTRANSLATED.match(text)} - SAME_EVERYWHERE == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_picture_has_a_description_or_is_said_to_need_none(path: Path) -> None:
    pictures = re.findall(r"<img\b(?:\{%.*?%\}|\{\{.*?\}\}|[^>])*>", path.read_text(encoding="utf-8"), re.DOTALL)
    assert [picture for picture in pictures if not re.search(r"\balt=", picture)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_field_has_a_label(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    labels = set(re.findall(r'<label\b[^>]*?\bfor="([^"]+)"', source, re.DOTALL))
    unnamed = []
    for match in re.finditer(r"<(?:input|select|textarea)\b(?:\{%.*?%\}|\{\{.*?\}\}|[^>])*>", source, re.DOTALL):
        field = match[0]
        if re.search(r'type="(?:hidden|submit)"|aria-label|\{% widget|widget\.attrs\.items', field):
            continue
        own = re.search(r'\bid="([^"]+)"', field)
        inside = source.rfind("<label", 0, match.start()) > source.rfind("</label>", 0, match.start())
        if not inside and not (own and own[1] in labels):
            unnamed.append(field[:90])
    assert unnamed == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_field_printed_by_itself_is_printed_with_its_label(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    bare = {field for field in PRINTED.findall(source) if f"{field}.id_for_label" not in source}
    assert bare - {"form.media"} == set()


FAULTY = [
    (test_no_word_stands_outside_a_translation, "<p>Good morning</p>"),
    (test_no_word_stands_outside_a_translation, "{% if a %}Dobrý den{% endif %}"),
    (test_no_attribute_speaks_one_language, '<button title="Close it">{{ icon }}</button>'),
    (test_no_attribute_speaks_one_language, '<nav aria-label="Pages"></nav>'),
    (test_no_attribute_speaks_one_language, '<input type="submit" value="Send">'),
    (test_no_word_is_handed_on_untranslated, '{% include "components/button.html" with label="Send" only %}'),
    (test_no_word_is_handed_on_untranslated, '{{ title|default:"No title" }}'),
    (
        test_every_picture_has_a_description_or_is_said_to_need_none,
        '<img src="{{ a }}" class="{% if a > b %}c{% endif %}">',
    ),
    (test_every_field_has_a_label, '<input name="q"><label for="other">{{ word }}</label>'),
    (test_every_field_has_a_label, '<select name="q" id="q"></select>'),
    (test_a_field_printed_by_itself_is_printed_with_its_label, "<p>{{ form.email }}</p>"),
]


@pytest.mark.parametrize(("check", "source"), FAULTY)
def test_a_fault_is_found(check: Callable[[Path], None], source: str, tmp_path: Path) -> None:
    path = tmp_path / "faulty.html"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(AssertionError):
        check(path)
