"""What stands above a topic's posts: its title and areas, its gist in further languages, pin and lock."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.viewer import viewer_of
from forums.forms import GistForm, TopicHeadForm
from forums.languages import USUAL
from forums.models import Topic
from forums.permissions import can_edit_topic, can_moderate_forum, can_set_gist
from forums.services import change_topic, lock_topic, pin_topic, set_gist
from forums.views.visible import visible_topic


@login_required
@require_http_methods(["GET", "POST"])
def topic_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change title, language and areas of a topic."""
    topic = visible_topic(request, pk)
    if not can_edit_topic(viewer_of(request), topic):
        raise Http404
    initial = {"title": topic.title, "language": topic.language, "areas": list(topic.areas.all())}
    form = TopicHeadForm(request.POST or None, language=topic.language, initial=initial)
    if form.is_bound and form.is_valid():
        if change_topic(topic, by=request.user, **form.cleaned_data):
            messages.success(request, _("Saved."))
        topic.title = form.cleaned_data["title"]
        return redirect("forums:topic-short", pk=topic.pk)
    context = {"topic": topic, "form": form}
    return render(request, "forums/topic_edit.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "POST"])
def topic_gist(request: HttpRequest, pk: int) -> HttpResponse:
    """Write title and gist of a topic in a further language."""
    topic = visible_topic(request, pk)
    if not can_set_gist(viewer_of(request), topic):
        raise Http404
    language = _language(request, topic)
    initial = {
        "language": language,
        "title": topic.titles.get(language, ""),
        "gist": topic.gists.get(language, ""),
    }
    form = GistForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        if set_gist(topic, by=request.user, **form.cleaned_data):
            messages.success(request, _("Saved. Whoever reads this language sees it in lists and above the topic."))
        return redirect(topic)
    context = {"topic": topic, "form": form}
    return render(request, "forums/topic_gist.html", context, status=422 if form.is_bound else 200)


def _language(request: HttpRequest, topic: Topic) -> str:
    """Return the language asked for, else one of the reader's that the topic is not in."""
    codes = [code for code, _name in USUAL]
    asked = request.GET.get("language", "")
    if asked in codes:
        return asked
    wanted = [code for code in (*viewer_of(request).languages, *codes) if code in codes and code != topic.language]
    return wanted[0]


def _flag(request: HttpRequest, pk: int, *, change: Callable[[Topic], bool]) -> HttpResponse:
    topic = visible_topic(request, pk)
    if not can_moderate_forum(viewer_of(request), topic.platform_id):
        raise Http404
    if change(topic):
        messages.success(request, _("Done."))
    return redirect(topic)


@login_required
@require_POST
def topic_lock(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a topic to replies (value 1) or open it (0)."""
    locked = request.POST.get("value") == "1"
    return _flag(request, pk, change=lambda topic: lock_topic(topic, by=request.user, locked=locked))


@login_required
@require_POST
def topic_pin(request: HttpRequest, pk: int) -> HttpResponse:
    """Pin a topic in its forum (value 1) or let it go (0)."""
    pinned = request.POST.get("value") == "1"
    return _flag(request, pk, change=lambda topic: pin_topic(topic, by=request.user, pinned=pinned))
