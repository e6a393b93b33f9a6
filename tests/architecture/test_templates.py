"""Every template says its words in the reader's language, describes its pictures and labels its fields."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*.html") if "styleguide" not in path.parts)
# What a template says without being asked for in a language: names of things that have one name everywhere.
SAME_EVERYWHERE = {"Mosty", "PDF", "CSV", "JSON", "RSS", "QR", "XLSX", "HTML", "JavaScript", "e-mail", "https://"}
BLOCK = re.compile(r"\{% (blocktranslate|comment|verbatim)\b.*?%\}.*?\{% end\1 %\}", re.DOTALL)
CLASSES = re.compile(r"\{% block \w+_class %\}.*?\{% endblock %\}", re.DOTALL)
TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ELEMENT = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN = re.compile(r'\s(?:alt|title|placeholder|aria-label)="([^"]*)"')
UNTRANSLATED = re.compile(r"^[^{]*[^\W\d_]{2,}[^{]*$")


def name(path: Path) -> str:
    return str(path.relative_to(FOLDER))


def without_tags(source: str) -> str:
    return TAG.sub(" ", BLOCK.sub(" ", CLASSES.sub(" ", source)))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_word_stands_outside_a_translation(path: Path) -> None:
    text = ELEMENT.sub(" ", without_tags(path.read_text(encoding="utf-8")))
    assert set(WORD.findall(text)) - SAME_EVERYWHERE - {"mail"} == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_attribute_speaks_one_language(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    spoken = [text for text in SPOKEN.findall(source) if UNTRANSLATED.match(text)]
    assert set(spoken) - SAME_EVERYWHERE == set()


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
