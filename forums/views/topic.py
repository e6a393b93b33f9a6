"""The page of a topic, and the small POST that notes how far somebody has read. A GET writes nothing."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from core.viewer import Viewer, viewer_of
from forums.forms import ReadForm
from forums.languages import own_name, reads
from forums.models import Post, Topic
from forums.models.post import page_query
from forums.models.topic import PAGE, page_of
from forums.neighbours import neighbours
from forums.permissions import (
    can_edit_topic,
    can_moderate_forum,
    can_reply,
    can_set_gist,
)
from forums.readers import readers_of
from forums.rows import first_unread_address, further_gists, gist_for, reading_languages, unread_in
from forums.services import mark_read
from forums.topic_pages import page_entries, page_links
from forums.views.desk import reply_form
from forums.views.lists import forum_crumbs
from forums.views.visible import visible_topic


@require_safe
def topic_page(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show one page of a topic; an outdated slug and the address of a post lead to where it is now."""
    viewer = viewer_of(request)
    topic = visible_topic(request, pk)
    if "post" in request.GET:
        return redirect(_address_of_post(topic, request.GET["post"], viewer))
    if slug != topic.slug:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(topic.get_absolute_url() + query, permanent=True)
    last = page_of(topic.last_position)
    page = _page_number(request.GET.get("page", "1"))
    if page > last:
        return redirect(topic.get_absolute_url() + page_query(topic.last_position))
    return render(request, "forums/topic.html", _context(request, topic, viewer, page=page))


def _page_number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def _address_of_post(topic: Topic, text: str, viewer: Viewer) -> str:
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise Http404
    post = get_object_or_404(Post.objects.filter(topic=topic, position__isnull=False), pk=int(text))
    post.topic = topic
    return post.get_absolute_url()


def _context(request: HttpRequest, topic: Topic, viewer: Viewer, *, page: int) -> dict[str, Any]:
    entries = page_entries(topic, viewer, page=page)
    pager = page_links(topic, page=page)
    unread = unread_in(topic, viewer)
    read = getattr(topic, "read_position", None) or 0
    last_shown = entries[-1]["position"] if entries else min(page * PAGE, topic.last_position)
    gist, gist_lang = gist_for(topic, viewer)
    may_reply = can_reply(viewer, topic)
    form = reply_form(request, topic) if may_reply and not pager["older"] else None
    return {
        "topic": topic,
        "forum": topic.forum,
        "entries": entries,
        "page": page,
        "pager": pager,
        "unread": unread,
        "first_unread": first_unread_address(topic, unread=unread) if unread and read else "",
        "unread_from": read + 1 if read and unread else 0,
        "neighbours": neighbours(topic, viewer),
        "last_shown": last_shown,
        "markable": viewer.is_member and last_shown > read,
        "gist": gist,
        "gist_lang": gist_lang,
        "further_gists": further_gists(topic),
        "lang_label": "" if reads(topic.language, reading_languages(viewer)) else own_name(topic.language),
        "areas": list(topic.areas.all()),
        "readers": readers_of(topic.audience_id, platform=topic.platform),
        "form": form,
        **_addresses(topic),
        "may_reply": may_reply,
        "may_edit": can_edit_topic(viewer, topic),
        "may_gist": can_set_gist(viewer, topic),
        "may_moderate": can_moderate_forum(viewer, topic.platform_id),
        "crumbs": forum_crumbs(topic.forum, viewer, {"label": topic.title, "lang": topic.language}),
    }


def _addresses(topic: Topic) -> dict[str, str]:
    """Return what the links of every post begin with, so that the loop over posts works out no address."""
    return {
        "reply_url": reverse("forums:reply", args=[topic.pk]),
        "posts_url": reverse("forums:post-edit", args=[0]).removesuffix("0/edit/"),
        "report_url": reverse("moderation:report", args=["post", 0]).removesuffix("0/"),
        "decide_url": reverse("moderation:decide", args=["post", 0]).removesuffix("0/"),
    }


@login_required
@require_POST
def topic_read(request: HttpRequest, pk: int) -> HttpResponse:
    """Note how far she has read; a script gets no content, a form goes on to the next page or stays."""
    topic = visible_topic(request, pk)
    form = ReadForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("position", content_type="text/plain")
    position = form.cleaned_data["position"]
    mark_read(topic, by=request.user, position=position)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect(topic.get_absolute_url() + page_query(min(position + 1, topic.last_position)))
