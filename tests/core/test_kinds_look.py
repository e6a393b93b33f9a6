"""Every registered kind of item has a hue and an icon of its own, so that colour never speaks alone."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from core.icons import KINDS, NEUTRAL, SPRITE
from core.kinds import all_kinds

CSS = Path(settings.ROOT) / "static" / "css"
CODES = [kind.code for kind in all_kinds()]


@pytest.mark.parametrize("code", CODES)
def test_a_kind_has_a_hue_in_both_themes_and_an_icon_of_the_sprite(code: str) -> None:
    hue, icon = KINDS[code]
    tokens = (CSS / "tokens.css").read_text(encoding="utf-8")
    classes = (CSS / "components" / "kind.css").read_text(encoding="utf-8")
    assert hue != NEUTRAL[0]
    assert re.search(rf"--kind-{hue}: light-dark\(.+\);\n\s+--kind-{hue}-soft: light-dark\(.+\);", tokens)
    assert f".kind--{hue} " in classes
    assert f'id="{icon}"' in (settings.ROOT / "static" / SPRITE).read_text(encoding="utf-8")


def test_no_two_kinds_share_hue_and_icon() -> None:
    looks = Counter(KINDS[code] for code in CODES)
    assert [look for look, times in looks.items() if times > 1] == []


def test_every_hue_that_is_declared_is_used() -> None:
    declared = set(re.findall(r"--kind-([a-z]+):", (CSS / "tokens.css").read_text(encoding="utf-8")))
    assert declared == {hue for hue, _ in KINDS.values()} | {NEUTRAL[0]}
