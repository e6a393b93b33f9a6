"""What forums show on other pages: a platform's forums, the latest topics, what is unread, a person's posts."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.panels import Panel, register_panel
from core.viewer import Viewer
from forums.models import Forum, Post, Topic
from forums.permissions import can_open_forum
from forums.rows import topic_row
from forums.unread import unread_topics
from platforms.models import Membership, MembershipState, Platform
from platforms.switcher import count_unread
from vocabulary.models import Territory

SHOWN = 6
ON_HOME = 8
SHOWN_ELSEWHERE = 4
EXCERPT = 240


def latest_rows(topics: QuerySet[Topic], viewer: Viewer, *, shown: int = SHOWN) -> list[dict[str, Any]]:
    """Return the rows of the latest topics among `topics`, by one statement."""
    return [topic_row(topic, viewer) for topic in topics.order_by("-last_post_at", "-pk")[:shown]]


def _published(viewer: Viewer) -> Any:
    return Topic.objects.for_rows(viewer).published()


def _of_platform(platform: Any, viewer: Viewer) -> dict[str, Any] | None:
    forums = list(Forum.objects.visible_to(viewer).published().filter(platform=platform))
    may_open = can_open_forum(viewer, platform.pk)
    if not forums and not may_open:
        return None
    for forum in forums:
        forum.platform = platform
    rows = latest_rows(_published(viewer).filter(forum__in=forums), viewer)
    return {
        "forums": forums,
        "rows": [{**row, "platform": ""} for row in rows],
        "may_open": may_open,
        "platform": platform,
    }


def _on_home(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    rows = latest_rows(_published(viewer), viewer, shown=ON_HOME)
    return {"rows": rows} if rows else None


def _unread(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    """Return what a member has not read on her platforms: how many topics on each, and the latest of them."""
    if not viewer.is_member:
        return None
    topics = unread_topics(viewer)
    rows = latest_rows(topics, viewer)
    if not rows:
        return {"rows": [], "belongs": Platform.objects.visible_to(viewer).joined_by(viewer).exists()}
    counts = count_unread(viewer)
    platforms = [
        {"name": platform.name, "href": platform.get_absolute_url(), "count": counts[platform.pk]}
        for platform in Platform.objects.visible_to(viewer).filter(pk__in=counts).order_by("sort_name")
    ]
    return {"platforms": platforms, "rows": rows}


def _elsewhere(_page: Any, viewer: Viewer) -> dict[str, Any] | None:
    """Return what is being discussed on platforms to which a member does not belong."""
    if not viewer.is_member:
        return None
    mine = Membership.objects.filter(person_id=viewer.person_id, state=MembershipState.ACTIVE).values("platform_id")
    rows = latest_rows(_published(viewer).exclude(platform__in=mine), viewer, shown=SHOWN_ELSEWHERE)
    return {"rows": rows, "heading": _("Being discussed elsewhere")} if rows else None


def _in_area(area: Any, viewer: Viewer) -> dict[str, Any] | None:
    rows = latest_rows(_published(viewer).filter(areas=area), viewer)
    return {"rows": rows} if rows else None


def _in_territory(territory: Any, viewer: Viewer) -> dict[str, Any] | None:
    there = Platform.objects.filter(territories__in=Territory.objects.within([territory]))
    rows = latest_rows(_published(viewer).filter(platform__in=there), viewer)
    return {"rows": rows} if rows else None


def _of_person(person: Any, viewer: Viewer) -> dict[str, Any] | None:
    mine = Post.objects.visible_to(viewer).published().filter(author=person, topic__state="published")
    posts = list(mine.select_related("topic").order_by("-created_at", "-pk")[:SHOWN])
    entries = [
        {
            "title": post.topic.title,
            "title_lang": post.topic.language,
            "href": post.get_absolute_url(),
            "when": post.created_at,
            "text": post.body_text[:EXCERPT],
            "lang": post.language,
        }
        for post in posts
    ]
    return {"entries": entries} if entries else None


def register_panels() -> None:
    """Register the panels."""
    topics = "forums/panels/_topics.html"
    register_panel(Panel(place="home.member", name="elsewhere", template=topics, provide=_elsewhere, order=30))
    for place, template, provide in (
        ("platform", "forums/panels/_platform.html", _of_platform),
        ("home.topics", topics, _on_home),
        ("home.member", "forums/panels/_unread.html", _unread),
        ("area", topics, _in_area),
        ("territory", topics, _in_territory),
        ("person", "forums/panels/_person.html", _of_person),
    ):
        register_panel(Panel(place=place, name="topics", template=template, provide=provide, order=10))
