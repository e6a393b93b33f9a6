"""Starting a topic and replying. Whatever happens between form and submit, what was typed is shown again."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.drafts import forget_draft
from core.viewer import viewer_of
from forums.forms import PostForm
from forums.models import Forum, Post, Topic
from forums.permissions import can_reply, can_start_topic
from forums.quoting import quotation
from forums.services import TopicClosed, already_sent, reply, start_topic
from forums.views.desk import not_sent, reply_form, too_often, topic_form
from forums.views.lists import forum_crumbs
from forums.views.visible import visible_forum, visible_topic


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Lead a visitor to sign in; what she had typed when her session ended is shown to be copied."""
    if request.method == "GET":
        return redirect_to_login(request.get_full_path())
    href = f"{reverse('account_login')}?next={request.path}"
    return not_sent(request, reason=_("You are not signed in any more."), status=403, href=href, action=_("Sign in"))


def _gone(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        raise Http404
    return not_sent(request, reason=_("What you were answering is not here any more, or not for you."), status=404)


@require_http_methods(["GET", "POST"])
def topic_new(request: HttpRequest, platform: str, slug: str) -> HttpResponse:
    """Start a topic in a forum."""
    if not viewer_of(request).is_member:
        return sign_in_first(request)
    try:
        forum = visible_forum(request, platform=platform, slug=slug)
    except Http404:
        return _gone(request)
    if not can_start_topic(viewer_of(request), forum):
        return may_not_write(request, forum)
    form = topic_form(request, forum)
    if sent := already_sent(request.user, token=request.POST.get("form_token", "")):
        return redirect(sent)
    if form.is_bound and form.is_valid() and not too_often(request, form, verb="topic"):
        data = form.cleaned_data
        post = start_topic(forum, by=request.user, title=data["title"], writing=form.writing(), areas=data["areas"])
        forget_draft(request.user, place=form.desk.draft_place)
        messages.success(request, _("Your topic is published."))
        return redirect(post)
    crumbs = forum_crumbs(forum, viewer_of(request), {"label": _("New topic")})
    context = {"forum": forum, "form": form, "readers": form.desk.readers, "crumbs": crumbs}
    return render(request, "forums/topic_new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def topic_reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Reply to a topic, or to a post of it by quoting it."""
    if not viewer_of(request).is_member:
        return sign_in_first(request)
    try:
        topic = visible_topic(request, pk)
    except Http404:
        return _gone(request)
    if sent := already_sent(request.user, token=request.POST.get("form_token", "")):
        return redirect(sent)
    if not can_reply(viewer_of(request), topic):
        return _closed(request, topic)
    form = reply_form(request, topic, initial=_quoted(request, topic))
    if form.is_bound and form.is_valid() and not too_often(request, form, verb="reply"):
        return _send(request, topic, form)
    crumbs = forum_crumbs(
        topic.forum,
        viewer_of(request),
        {"label": topic.title, "lang": topic.language, "href": topic.get_absolute_url()},
        {"label": _("Reply")},
    )
    context = {"topic": topic, "form": form, "readers": form.desk.readers, "crumbs": crumbs}
    return render(request, "forums/reply.html", context, status=422 if form.is_bound else 200)


def _send(request: HttpRequest, topic: Topic, form: PostForm) -> HttpResponse:
    try:
        post = reply(topic, by=request.user, writing=form.writing())
    except TopicClosed:
        return _closed(request, topic)
    forget_draft(request.user, place=form.desk.draft_place)
    return redirect(post)


def _quoted(request: HttpRequest, topic: Topic) -> dict[str, Any] | None:
    text = request.GET.get("quote", "")
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        return None
    post = Post.objects.visible_to(viewer_of(request)).published().filter(topic=topic, pk=int(text)).first()
    return {"body": quotation(post)} if post else None


def _closed(request: HttpRequest, topic: Topic) -> HttpResponse:
    """Say why nobody, or not this person, can reply."""
    if topic.locked or topic.state != "published":
        return not_sent(
            request,
            reason=_("This topic is closed: nobody can reply to it now."),
            status=409,
            href=topic.get_absolute_url(),
            action=_("Back to the topic"),
        )
    return may_not_write(request, topic.forum)


def may_not_write(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Say who writes here and how one becomes one of them."""
    reason = _("In this forum only moderators of the platform start topics or reply.")
    if "contribute" in {forum.start_right, forum.reply_right}:
        reason = _("Members of the platform write here, and you are not one of them now.")
    return not_sent(
        request,
        reason=reason,
        status=403,
        href=forum.platform.get_absolute_url(),
        action=_("See the platform and how to join"),
    )
