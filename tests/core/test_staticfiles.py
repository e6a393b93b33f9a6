"""In production stylesheet and frame script are one file each: nothing lost, nothing chained, every file hashed."""

import re
import shutil
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from core.staticfiles import JoinedStaticFilesStorage, joined, joined_scripts

ROOT = Path(__file__).resolve().parents[2] / "static"
SHEETS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "css").rglob("*.css"))
SCRIPTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "js").rglob("*.js"))
OF_THE_FRAME = re.findall(r'^import "\./(.+)";$', (ROOT / "js" / "frame.js").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture
def paths() -> dict[str, tuple[FileSystemStorage, str]]:
    source = FileSystemStorage(ROOT)
    return {name: (source, name) for name in [*SHEETS, *SCRIPTS]}


def test_joined_sheet_holds_every_part_and_imports_nothing(paths) -> None:
    css = joined(paths)
    assert "@import" not in css
    assert ".topic-row {" in css
    assert css.index("--paper:") < css.index(".button {") < css.index("/* Paper: only")


def test_missing_part_is_named(paths) -> None:
    del paths["css/base.css"]
    with pytest.raises(KeyError, match="base"):
        joined(paths)


def test_collecting_stores_one_hashed_sheet_and_script(paths, tmp_path) -> None:
    for folder in ("css", "js"):  # collectstatic has copied before it processes
        shutil.copytree(ROOT / folder, tmp_path / folder)
    storage = JoinedStaticFilesStorage(tmp_path, base_url="/static/")
    list(storage.post_process(paths))
    name = storage.stored_name("css/main.css")
    assert name != "css/main.css"
    assert "@import" not in (tmp_path / name).read_text(encoding="utf-8")
    script = storage.stored_name("js/frame.js")
    assert script != "js/frame.js"
    assert "import" not in (tmp_path / script).read_text(encoding="utf-8").splitlines()[1]


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "css/main.css"])
def test_part_has_no_address_that_joining_would_break(name: str) -> None:
    assert "url(" not in (ROOT / name).read_text(encoding="utf-8")


def test_joined_script_holds_every_module_in_a_block_of_its_own(paths) -> None:
    script = joined_scripts(paths)
    assert not re.search(r"^(?:import|export)\b", script, re.MULTILINE)
    for name in OF_THE_FRAME:
        assert f"{{\n{(ROOT / 'js' / name).read_text(encoding='utf-8')}}}" in script


@pytest.mark.parametrize("name", OF_THE_FRAME)
def test_module_of_the_frame_stands_alone(name: str) -> None:
    assert not re.search(r"^(?:import|export)\b", (ROOT / "js" / name).read_text(encoding="utf-8"), re.MULTILINE)
