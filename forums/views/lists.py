"""Lists of topics: the latest of all that the viewer may read, and one forum."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.viewer import Viewer, viewer_of
from forums.models import Forum, Topic
from forums.paging import TopicPage, topic_page
from forums.permissions import can_open_forum, can_start_topic
from forums.readers import readers_of
from forums.rows import topic_row
from forums.views.visible import visible_forum


def pager(page: TopicPage, *, address: str) -> dict[str, str]:
    """Return the links to the neighbouring pages of a list."""
    return {
        "newer": f"{address}?at={page.newer}" if page.newer else "",
        "older": f"{address}?at={page.older}" if page.older else "",
    }


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """Show topics of every forum the viewer may read, the one written in last first."""
    viewer = viewer_of(request)
    page = topic_page(Topic.objects.for_rows(viewer).published(), at=request.GET.get("at", ""))
    context = {
        "rows": [topic_row(topic, viewer) for topic in page.topics],
        "pager": pager(page, address=request.path),
        "first": "at" not in request.GET,
    }
    return render(request, "forums/latest.html", context)


@require_safe
def forum_page(request: HttpRequest, platform: str, slug: str) -> HttpResponse:
    """Show a forum: pinned topics first, then the one written in last."""
    viewer = viewer_of(request)
    forum = visible_forum(request, platform=platform, slug=slug)
    rows = Topic.objects.for_rows(viewer).filter(forum=forum)
    page = topic_page(rows, at=request.GET.get("at", ""), pins=True)
    context = {
        "forum": forum,
        "rows": [_row_in_forum(topic, viewer) for topic in page.topics],
        "pager": pager(page, address=request.path),
        "readers": readers_of(forum.audience_id, platform=forum.platform),
        "may_start": can_start_topic(viewer, forum),
        "may_change": can_open_forum(viewer, forum.platform_id),
        "crumbs": forum_crumbs(forum, viewer),
    }
    return render(request, "forums/forum.html", context)


def _row_in_forum(topic: Any, viewer: Viewer) -> dict[str, Any]:
    return {**topic_row(topic, viewer), "platform": "", "platform_href": ""}


def forum_crumbs(forum: Forum, viewer: Viewer, *further: dict[str, str]) -> list[dict[str, str]]:
    """Return the way from all discussions to a forum, and what comes after it."""
    platform = forum.platform
    crumbs = [{"label": _("Discussions"), "href": reverse("forums:latest")}]
    if platform.can_be_viewed_by(viewer):
        crumbs.append({"label": platform.name, "href": platform.get_absolute_url()})
    return [*crumbs, {"label": forum.name, "href": forum.get_absolute_url()}, *further]
