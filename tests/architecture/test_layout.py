"""`platform/` is a plain folder on the path; the names of our apps clash with nothing installed."""

import platform
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
OURS = sorted(
    [p.parent.name for p in (ROOT / "platform").glob("*/__init__.py")] + ["forums", "cms", "search", "notifications"]
)
GRAB_BAGS = {"utils.py", "helpers.py", "misc.py", "common.py", "managers.py"}


def test_the_folder_called_platform_is_no_package() -> None:
    assert list((ROOT / "platform").glob("*.py")) == []
    assert platform.python_version()


@pytest.mark.parametrize("name", OURS)
def test_each_app_is_imported_from_this_repository(name: str) -> None:
    module = __import__(name)
    assert Path(str(module.__file__)).is_relative_to(ROOT)


def test_no_installed_distribution_offers_one_of_our_names() -> None:
    offered = packages_distributions()
    assert {name: offered[name] for name in OURS if set(offered.get(name, [])) - {"mosty"}} == {}


def test_every_app_of_ours_is_installed() -> None:
    installed = {config.name for config in apps.get_app_configs()}
    assert set(OURS) - {"config"} <= installed


def test_no_grab_bag_modules() -> None:
    folders = [ROOT / "platform", *(ROOT / name for name in ("forums", "cms", "search", "notifications"))]
    assert [str(p) for folder in folders for p in folder.rglob("*.py") if p.name in GRAB_BAGS] == []
