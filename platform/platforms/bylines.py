"""The byline of a platform's page: who of those the reader may know coordinates it, in which languages, since when."""

from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.bylines import Byline, Fact, in_languages, person_named
from core.texts import pick_with_language
from core.viewer import Viewer
from organisations.querysets import present_affiliations
from platforms.permissions import Permission, permission_rule
from platforms.services.access import member_ids

SHOWN = 5


def byline_of(platform: Any, viewer: Viewer) -> Byline:
    """Return it by three statements, whatever the number of coordinators."""
    ids = list(member_ids(permission_rule(platform.pk, Permission.MANAGE)))
    rows = get_user_model()._default_manager.visible_to(viewer).filter(pk__in=ids).select_related("profile")
    people = list(rows.order_by("name", "pk")[:SHOWN])
    work = present_affiliations([person.pk for person in people])
    _name, language = pick_with_language(platform.about or platform.names)
    texts = {**platform.names, **platform.about}
    return Byline(
        who_label=pgettext("before names", "Coordinated by"),
        people=[person_named(person, viewer, note=_place(work.get(person.pk), viewer)) for person in people],
        facts=[
            *in_languages(language, others=[code for code, text in texts.items() if text]),
            Fact(code="since", label=_("Here since"), when=platform.created_at),
        ],
    )


def _place(affiliation: Any, viewer: Viewer) -> str:
    seen = affiliation is not None and viewer.satisfies(affiliation.organisation.audience_id)
    return str(affiliation.organisation.name) if seen else ""
