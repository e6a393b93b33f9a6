"""Stylesheets and drawings hang together: nothing missing, unused, too long or from elsewhere."""

import gzip
import re
from pathlib import Path

import pytest

from core import icons
from core.views.shortcuts import SHORTCUTS

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"
TEMPLATES = ROOT / "templates"
SHEETS = sorted(CSS.rglob("*.css"))
IMPORTED = re.findall(r'@import url\("([^"]+)"\)', (CSS / "main.css").read_text(encoding="utf-8"))
OWN_TAGS = re.compile(
    r"<(?:style|script(?![^>]*\bsrc=)(?![^>]*application/json))\b|\sstyle=|\son[a-z]+=", re.IGNORECASE
)


def test_main_sheet_imports_every_part_once() -> None:
    alone = {"main.css", "styleguide.css"}
    assert sorted(IMPORTED) == sorted({str(path.relative_to(CSS)) for path in SHEETS} - alone)


@pytest.mark.parametrize("name", IMPORTED)
def test_imported_sheet_exists(name: str) -> None:
    assert (CSS / name).is_file()


def test_all_sheets_together_stay_under_40_kb_compressed() -> None:
    assert len(gzip.compress(b"".join(path.read_bytes() for path in SHEETS))) < 40_000


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_sheet_loads_nothing_from_elsewhere(path: Path) -> None:
    assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", path.read_text(encoding="utf-8"))


def test_every_used_custom_property_is_declared() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SHEETS)
    declared = set(re.findall(r"(--[\w-]+)\s*:", text))
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) <= declared


@pytest.mark.parametrize("folder", ["components", "layout", "styleguide", "allauth", "drawings"])
def test_house_templates_carry_no_inline_style_or_script(folder: str) -> None:
    for path in (TEMPLATES / folder).rglob("*.*"):
        html = re.sub(r"{%.*?%}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not OWN_TAGS.search(html), path


@pytest.mark.parametrize("name", ["bridge", "talk", "people", "search", "letter", "lost", "gate", "queue", "mending"])
def test_drawing_is_there_and_hidden_from_readers_of_text(name: str) -> None:
    assert 'aria-hidden="true"' in (TEMPLATES / "drawings" / f"{name}.svg").read_text(encoding="utf-8")


def test_sprite_holds_the_icons_that_templates_and_kinds_name() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (ROOT / "static" / icons.SPRITE).read_text(encoding="utf-8")))
    assert icons.named_icons() <= drawn, "run manage.py build_icons"


def test_the_script_obeys_every_shortcut_of_the_sheet_and_no_other() -> None:
    script = (ROOT / "static" / "js" / "shortcuts.js").read_text(encoding="utf-8")
    deeds = re.search(r"const deeds = \{(.*?)\n\};", script, re.DOTALL)[1]
    places = re.search(r"const PLACES = \{(.*?)\};", script)[1]
    single = {key.strip('"') for key in re.findall(r'^  ("."|\w):? ?', deeds, re.MULTILINE)}
    assert single - {"g"} == {keys[0] for keys, _deed in SHORTCUTS if len(keys) == 1}
    assert set(re.findall(r"(\w):", places)) == {keys[1] for keys, _deed in SHORTCUTS if len(keys) == 2}
