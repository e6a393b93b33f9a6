"""Opening a further forum on a platform and changing one: for its coordinators; for others there is no such page."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.viewer import viewer_of
from forums.forum_form import ForumForm
from forums.permissions import can_open_forum
from forums.services import change_forum, free_slug, open_forum
from forums.views.lists import forum_crumbs
from forums.views.visible import visible_forum
from platforms.models import Platform


@login_required
@require_http_methods(["GET", "POST"])
def forum_new(request: HttpRequest, platform: str) -> HttpResponse:
    """Open a forum."""
    place = get_object_or_404(Platform.objects.visible_to(viewer_of(request)), slug=platform)
    if not can_open_forum(viewer_of(request), place.pk):
        raise Http404
    form = ForumForm(request.POST if request.method == "POST" else None, platform=place)
    if form.is_bound and form.is_valid():
        slug = free_slug(place, form.cleaned_data["names"])
        forum = open_forum(place, by=request.user, slug=slug, **form.cleaned_data)
        messages.success(request, _("The forum is open. Start its first topic."))
        return redirect(forum)
    return _page(request, form, platform=place, cancel_href=place.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def forum_edit(request: HttpRequest, platform: str, slug: str) -> HttpResponse:
    """Change name, purpose, readers and rights of a forum."""
    forum = visible_forum(request, platform=platform, slug=slug)
    if not can_open_forum(viewer_of(request), forum.platform_id):
        raise Http404
    form = ForumForm(request.POST if request.method == "POST" else None, platform=forum.platform, forum=forum)
    if form.is_bound and form.is_valid():
        if change_forum(forum, by=request.user, **form.cleaned_data):
            messages.success(request, _("Saved."))
        return redirect(forum)
    crumbs = forum_crumbs(forum, viewer_of(request), {"label": _("Change the forum"), "href": ""})
    return _page(
        request, form, platform=forum.platform, forum=forum, crumbs=crumbs, cancel_href=forum.get_absolute_url()
    )


def _page(request: HttpRequest, form: ForumForm, **context: Any) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "forums/forum_form.html", {"form": form, **context}, status=status)
