"""Editors' rights. They exist only as wagtail groups: one for the whole site, one per platform for its own pages."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.models import HomePage, SiteDocument, SiteImage, StandardPage
from core.audiences import PUBLIC, SITE
from core.texts import pick
from platforms.models import Platform
from platforms.permissions import Permission as PlatformPermission
from platforms.permissions import permission_rule
from platforms.services.access import member_ids

EDITORS = "Editors"
SECTION_DEPTH = 3
ADMIN = ("access_admin", "submit_translation")
FUNDERS = ("add_funderacknowledgement", "change_funderacknowledgement")
PAGES = ("add_page", "change_page", "publish_page")
FILES = [f"{verb}_{file}" for verb in ("add", "change", "choose") for file in ("image", "document")]


@transaction.atomic
def editors_group() -> list[str]:
    """Make the group whose people write and publish every page; return a line when it got its rights now.

    Wagtail brings a group of this name that may publish nothing. Once it has rights on one of our home pages, only
    new home pages are added to it: what an administrator took away stays away.
    """
    group, _created = Group.objects.get_or_create(name=EDITORS)
    mine = GroupPagePermission.objects.filter(group=group)
    homes = HomePage.objects.exclude(pk__in=mine.values("page_id"))
    is_new = not mine.filter(page__in=HomePage.objects.values("pk")).exists()
    for home in homes:
        _grant_pages(group, home)
    if not is_new:
        return []
    mine.filter(page__depth=1).delete()  # wagtail's own: whoever has them may make a second home page
    vocabulary = Permission.objects.filter(content_type__app_label="vocabulary")
    group.permissions.add(*_named([*ADMIN, *FUNDERS]), *vocabulary.exclude(codename__startswith="delete_"))
    _grant_files(group, Collection.get_first_root_node())
    return [f"group {EDITORS}"]


@transaction.atomic
def sync_platform_editors(platform: Platform) -> bool:
    """Keep the group of a platform's editors in step with who holds PUBLISH there; return whether anything changed.

    The first editor brings the group, a folder for its files and a page for its pages. Without a home page nothing is
    made; `start_site` then catches up.
    """
    wanted = set(member_ids(permission_rule(platform.pk, PlatformPermission.PUBLISH)))
    group = Group.objects.filter(name=group_name(platform)).first()
    if group is None:
        if not wanted or not HomePage.objects.exists():
            return False
        group = _new_group(platform)
    if set(group.user_set.values_list("pk", flat=True)) == wanted:
        return False
    group.user_set.set(wanted)
    return True


@transaction.atomic
def forget_platform_editors(platform: Platform) -> bool:
    """Take away the group of a platform that goes, its page and its folder where they are empty; return whether any."""
    group = Group.objects.filter(name=group_name(platform)).first()
    if group is None:
        return False
    rights = GroupCollectionPermission.objects.filter(group=group)
    folders = set(rights.values_list("collection_id", flat=True))
    group.delete()
    for collection in Collection.objects.filter(pk__in=folders, depth__gt=1, numchild=0):
        if not collection_is_used(collection):
            collection.delete()
    for section in StandardPage.objects.filter(slug=_section_slug(platform), depth=SECTION_DEPTH, numchild=0):
        section.delete()
    return True


def collection_is_used(collection: Any) -> bool:
    """Return whether a folder holds pictures or documents."""
    return any(model.objects.filter(collection=collection).exists() for model in (SiteImage, SiteDocument))


@transaction.atomic
def narrow_platform_pages(platform: Platform) -> bool:
    """Close the pages of a platform that closed itself; return whether that changed anything.

    A platform that opens leaves them as they are: what was written for few stays so until its author opens it.
    """
    section = StandardPage.objects.filter(slug=_section_slug(platform), platform=platform, depth=SECTION_DEPTH).first()
    if section is None or _width(platform.audience_id) <= _width(section.audience_id):
        return False
    section.own_audience_id = platform.audience_id
    section.save()
    return True


def _width(rule: str) -> int:
    return {PUBLIC: 0, SITE: 1}.get(rule, 2)


def sync_all_platform_editors() -> list[str]:
    """Do so for every platform; return a line for each that changed."""
    changed = [platform for platform in Platform.objects.order_by("pk") if sync_platform_editors(platform)]
    return [f"editors of the platform {platform.slug}" for platform in changed]


def group_name(platform: Platform) -> str:
    """Return the name of a platform's group: by its id, which never changes."""
    return f"Editors of platform {platform.pk}"


def _new_group(platform: Platform) -> Group:
    group = Group.objects.create(name=group_name(platform))
    group.permissions.add(*_named(ADMIN))
    _grant_pages(group, _section(platform))
    name = pick(platform.names)[:255]
    _grant_files(group, Collection.get_first_root_node().add_child(name=name or platform.slug))
    return group


def _section(platform: Platform) -> Any:
    """Return the page below which a platform's pages stand: a draft, so that nothing empty is shown."""
    home = HomePage.objects.order_by("pk").first()
    found = StandardPage.objects.child_of(home).filter(slug=_section_slug(platform)).first()
    if found is not None:
        return found
    section = StandardPage(
        title=pick(platform.names, languages=[home.language]),
        slug=_section_slug(platform),
        live=False,
        platform=platform,
        own_audience_id=platform.audience_id,
        locale=home.locale,
    )
    home.add_child(instance=section)
    section.save_revision()
    return section


def _section_slug(platform: Platform) -> str:
    return f"platform-{platform.slug}"


def _named(codenames: Iterable[str]) -> Any:
    return Permission.objects.filter(codename__in=codenames)


def _grant_pages(group: Group, page: Any) -> None:
    root = Page.objects.get(pk=page.pk)
    for permission in _named(PAGES).filter(content_type__app_label="wagtailcore"):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_files(group: Group, collection: Any) -> None:
    """Let the group add, change and choose pictures and documents; wagtail asks about its own models."""
    for permission in _named(FILES).filter(content_type__app_label__in=("wagtailimages", "wagtaildocs")):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
