"""docs/accessibility.md names every criterion of WCAG 2.2 A and AA once, with its level, and only tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d\.\d\.\d+) ([^|]+?) \| (A{1,3}) \| ([^|]+?) \| ([^|]+?) \|$", DOCUMENT, re.MULTILINE)
CRITERIA = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 "
    "2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 "
    "3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
}
TESTS = {path.name for path in (ROOT / "tests").rglob("test_*.py")}


def test_every_criterion_stands_there_once_with_its_level():
    wanted = sorted((number, level) for level, numbers in CRITERIA.items() for number in numbers.split())
    assert len(wanted) == 55
    assert sorted((number, level) for number, _, level, _, _ in ROWS) == wanted


def test_every_row_says_by_what_it_is_checked():
    known = re.compile(r"`test_\w+\.py`|\bhand\b|\bjourney\b|not applicable")
    assert [number for number, *_, checked in ROWS if not known.search(checked)] == []


def test_the_tests_that_are_named_exist():
    named = set(re.findall(r"\btest_\w+\.py", DOCUMENT))
    assert named - TESTS == set()
    assert {"test_every_page.py", "test_keyboard.py", "test_senses.py"} <= named


def test_the_document_says_what_is_not_met():
    assert "## Not met, or not known" in DOCUMENT
