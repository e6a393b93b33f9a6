"""Opening forums. A platform starts with two: one as open as the platform itself, one for its members."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.audiences import PUBLIC, SITE, ensure_audience
from core.outbox import publish
from core.site import raise_epoch
from forums.events import ForumOpened
from forums.models import Forum, Right
from platforms.models import Platform, Visibility

PUBLIC_NAMES = {
    "cs": "Veřejné fórum",
    "en": "Public forum",
    "sk": "Verejné fórum",
    "de": "Öffentliches Forum",
    "uk": "Відкритий форум",
}
OPEN_NAMES = {
    "cs": "Otevřené fórum",
    "en": "Open forum",
    "sk": "Otvorené fórum",
    "de": "Offenes Forum",
    "uk": "Відкритий форум",
}
MEMBERS_NAMES = {
    "cs": "Pro členy platformy",
    "en": "For members of the platform",
    "sk": "Pre členov platformy",
    "de": "Für Mitglieder der Plattform",
    "uk": "Для учасників платформи",
}


@transaction.atomic
def open_forum(platform: Platform, *, by: Any, slug: str, audience: str, **fields: Any) -> Forum:
    """Open a forum on a platform whose new topics are read by `audience`; return it.

    `fields` may hold names, about, order, start_right and reply_right.
    """
    forum = Forum.objects.create(
        platform=platform, author=by, slug=slug, audience_id=ensure_audience(audience), **fields
    )
    raise_epoch()
    publish(ForumOpened(forum_id=forum.pk))
    return forum


@transaction.atomic
def open_first_forums(platform: Platform, *, by: Any) -> list[Forum]:
    """Open the two forums of a new platform and return those that were missing."""
    present = set(Forum.objects.filter(platform=platform).values_list("slug", flat=True))
    open_names = PUBLIC_NAMES if platform.visibility == Visibility.PUBLIC else OPEN_NAMES
    wanted = (
        ("public", str(platform.audience_id), open_names, 10),
        ("members", platform.members_rule, MEMBERS_NAMES, 20),
    )
    return [
        open_forum(platform, by=by, slug=slug, audience=rule, names=names, order=order, reply_right=Right.CONTRIBUTE)
        for slug, rule, names, order in wanted
        if slug not in present
    ]


@transaction.atomic
def narrow_forums(platform: Platform) -> bool:
    """Let no forum be more open than its platform; return whether one was. Topics keep the audience they have."""
    wider = {Visibility.PUBLIC: [], Visibility.LISTED: [PUBLIC], Visibility.HIDDEN: [PUBLIC, SITE]}
    rows = Forum.objects.filter(platform=platform, audience_id__in=wider[Visibility(platform.visibility)])
    changed = rows.update(audience_id=platform.audience_id, updated_at=timezone.now())
    if changed:
        raise_epoch()
    return bool(changed)
