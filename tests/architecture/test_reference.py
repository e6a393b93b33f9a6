"""docs/reference.md says what the code says."""

from pathlib import Path

from config.reference import TARGET, text

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_reference_is_up_to_date() -> None:
    assert TARGET.read_text(encoding="utf-8") == text(), "run `make docs`"


def test_every_dependency_is_explained() -> None:
    explained = (DOCS / "dependencies.md").read_text(encoding="utf-8").lower()
    names = set()
    for source in (DOCS.parent / "requirements").glob("*.in"):
        for line in source.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("-", "#")):
                names.add(line.split(">")[0].split("=")[0].split("[")[0].lower())
    assert {name for name in names if name not in explained} == set()
