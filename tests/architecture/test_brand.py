"""A network's folder comes before ours, part by part, and what it does not have stays."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Engine

from config.brand import put_brand_first


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "layout").mkdir(parents=True)
    (tmp_path / "templates" / "layout" / "mark.html").write_text("<svg id='theirs'></svg>", encoding="utf-8")
    (tmp_path / "static" / "img").mkdir(parents=True)
    (tmp_path / "static" / "img" / "favicon.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path


def test_its_templates_come_first_and_ours_after(brand: Path) -> None:
    templates = [{"DIRS": [*settings.TEMPLATES[0]["DIRS"]]}]
    put_brand_first(str(brand), templates=templates, static=[])
    engine = Engine(dirs=templates[0]["DIRS"], loaders=["core.template_loader.Loader"])
    assert engine.find_template("layout/mark.html")[0].source == "<svg id='theirs'></svg>"
    assert engine.find_template("components/drawing.html")


def test_its_pictures_and_colours_come_first(brand: Path, settings: object) -> None:
    static = [*settings.STATICFILES_DIRS]
    put_brand_first(str(brand), templates=[{"DIRS": []}], static=static)
    settings.STATICFILES_DIRS = static
    finders.get_finder.cache_clear()
    assert Path(finders.find("img/favicon.svg")).is_relative_to(brand)
    assert not Path(finders.find("img/mark.svg")).is_relative_to(brand)
    finders.get_finder.cache_clear()


@pytest.mark.parametrize("folder", ["", "/nowhere/at/all"])
def test_no_folder_changes_nothing(folder: str) -> None:
    templates, static = [{"DIRS": ["ours"]}], ["ours"]
    put_brand_first(folder, templates=templates, static=static)
    assert (templates, static) == ([{"DIRS": ["ours"]}], ["ours"])
