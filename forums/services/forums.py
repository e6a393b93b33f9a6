"""Opening and changing forums. A platform starts with two: one as open as itself, one for its members."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from core.audiences import PUBLIC, SITE, ensure_audience
from core.outbox import publish
from core.site import raise_epoch
from core.texts import pick
from forums.events import ForumChanged, ForumOpened
from forums.models import Forum, Right
from platforms.models import Platform, Visibility

LONGEST_SLUG = 60
# Words that stand in the place of a forum's own word in addresses.
RESERVED = frozenset({"new"})
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


def free_slug(platform: Platform, names: dict[str, str]) -> str:
    """Return a word for the address of a new forum, from its name, that no other forum of the platform has."""
    word = slugify(pick(names, languages=["cs", "en"]))[: LONGEST_SLUG - 5].strip("-") or "forum"
    taken = set(Forum.objects.filter(platform=platform, slug__startswith=word).values_list("slug", flat=True))
    numbered = (f"{word}-{number}" for number in range(2, len(taken) + 3))
    return word if word not in taken | RESERVED else next(slug for slug in numbered if slug not in taken)


@transaction.atomic
def change_forum(forum: Forum, *, by: Any, audience: str, **fields: Any) -> bool:
    """Set names, about, start_right or reply_right, and who reads what is started from now on.

    Return whether anything differs.
    """
    wanted = {**fields, "audience_id": audience}
    if all(getattr(forum, name) == value for name, value in wanted.items()):
        return False
    for name, value in {**wanted, "audience_id": ensure_audience(audience)}.items():
        setattr(forum, name, value)
    forum.version += 1
    forum.updated_at = timezone.now()
    forum.save(update_fields=[*wanted, "version", "updated_at"])
    raise_epoch()
    publish(ForumChanged(forum_id=forum.pk))
    return True


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
