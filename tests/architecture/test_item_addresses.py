"""Whatever address of an item somebody pastes into a text, it is kept as the item's permanent one."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import translation

from core.kinds import all_kinds, get_kind
from core.richtext import render
from tests.visibility import MAKERS, stage


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize("code", [kind.code for kind in all_kinds()])
def test_pasted_address_is_kept_as_the_permanent_one(code: str, language: str) -> None:
    item = MAKERS[code](stage())
    with translation.override(language):
        address = get_kind(code).address(item)
    with translation.override("de"):
        for pasted in (address, settings.BASE_URL + address):
            assert urlsplit(pasted).path.startswith(f"/{language}/")
            assert render(f'<a href="{pasted}">x</a>', source_format="html").references == ((code, item.pk),)
