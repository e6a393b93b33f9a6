"""In production the stylesheet is one file: nothing lost, nothing chained, every file hashed."""

import shutil
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from core.staticfiles import JoinedStaticFilesStorage, joined

ROOT = Path(__file__).resolve().parents[2] / "static"
SHEETS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "css").rglob("*.css"))


@pytest.fixture
def paths() -> dict[str, tuple[FileSystemStorage, str]]:
    source = FileSystemStorage(ROOT)
    return {name: (source, name) for name in SHEETS}


def test_joined_sheet_holds_every_part_and_imports_nothing(paths) -> None:
    css = joined(paths)
    assert "@import" not in css
    assert ".topic-row {" in css
    assert css.index("--paper:") < css.index(".button {") < css.index("/* Paper: only")


def test_missing_part_is_named(paths) -> None:
    del paths["css/base.css"]
    with pytest.raises(KeyError, match="base"):
        joined(paths)


def test_collecting_stores_one_hashed_sheet(paths, tmp_path) -> None:
    shutil.copytree(ROOT / "css", tmp_path / "css")  # collectstatic has copied before it processes
    storage = JoinedStaticFilesStorage(tmp_path, base_url="/static/")
    list(storage.post_process(paths))
    name = storage.stored_name("css/main.css")
    assert name != "css/main.css"
    assert "@import" not in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "css/main.css"])
def test_part_has_no_address_that_joining_would_break(name: str) -> None:
    assert "url(" not in (ROOT / name).read_text(encoding="utf-8")
