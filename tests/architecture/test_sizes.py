"""Files and functions stay small enough to be read in one go. The limits are those of CONTRIBUTING.md."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("platform", "forums", "cms", "search", "notifications")


def _sources(*folders: str) -> list[Path]:
    found = [p for folder in folders for p in (ROOT / folder).rglob("*.py")]
    return [p for p in found if "migrations" not in p.parts]


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (
                f"{path.relative_to(ROOT)}:{node.lineno} {node.name}",
                (node.end_lineno or 0) - node.lineno + 1,
            )


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _p95(values: list[int]) -> int:
    ordered = sorted(values)
    return ordered[int(len(ordered) * 0.95) - 1]


def test_no_python_file_is_over_400_lines_and_nearly_all_are_under_200() -> None:
    sizes = {str(p.relative_to(ROOT)): _lines(p) for p in _sources(*CODE)}
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert _p95(list(sizes.values())) <= 200


def test_no_function_is_over_50_lines_and_nearly_all_are_under_25() -> None:
    sizes = dict(pair for path in _sources(*CODE) for pair in _functions(path))
    assert {name: size for name, size in sizes.items() if size > 50} == {}
    assert _p95(list(sizes.values())) <= 25


def test_no_view_is_over_40_lines() -> None:
    views = [p for p in _sources(*CODE) if p.name == "views.py" or p.parent.name == "views"]
    sizes = dict(pair for path in views for pair in _functions(path))
    assert {name: size for name, size in sizes.items() if size > 40} == {}


def test_no_test_is_over_50_lines() -> None:
    sizes = dict(pair for path in _sources("tests") for pair in _functions(path))
    assert {name: size for name, size in sizes.items() if size > 50} == {}


def test_templates_and_style_sheets_stay_small() -> None:
    limits = {"templates/components": 60, "templates": 150, "static/css": 250}
    too_long: dict[str, int] = {}
    for folder, limit in limits.items():
        pattern = "*.css" if "css" in folder else "*.html"
        too_long |= {str(p.relative_to(ROOT)): _lines(p) for p in (ROOT / folder).rglob(pattern) if _lines(p) > limit}
    assert too_long == {}
