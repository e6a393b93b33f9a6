"""A post of one's own: editing and deleting it; and the history that everybody who reads the post may read."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.attachments.fields import initial_attachments
from core.drafts import forget_draft
from core.richtext import expand
from core.richtext.editor import initial_body
from core.viewer import viewer_of
from forums.forms import PostForm
from forums.languages import direction
from forums.models import Post
from forums.permissions import can_delete_post, can_edit_post, can_see_history
from forums.services import TopicClosed, delete_post, edit_post
from forums.views.desk import desk_for, edit_place, not_sent
from forums.views.visible import visible_post
from forums.views.writing import sign_in_first


@require_http_methods(["GET", "POST"])
def post_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what one wrote; after ten minutes the text before stays in the history."""
    viewer = viewer_of(request)
    if not viewer.is_member:
        return sign_in_first(request)
    try:
        post = visible_post(request, pk)
    except Http404:
        if request.method == "GET":
            raise
        return _not_yours(request)
    if not can_edit_post(viewer, post):
        return _not_yours(request, post)
    form = _edit_form(request, post)
    if form.is_bound and form.is_valid():
        return _save(request, post, form)
    context = {"post": post, "topic": post.topic, "form": form}
    return render(request, "forums/post_edit.html", context, status=422 if form.is_bound else 200)


def _edit_form(request: HttpRequest, post: Post) -> PostForm:
    initial = {
        "body": initial_body(post, viewer_of(request)),
        "language": post.language,
        "attachments": initial_attachments("post", post.pk),
    }
    sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if sent else (None, None)
    desk = desk_for(request, readers=None, language=post.language, post_pk=post.pk, draft_place=edit_place(post))
    form = PostForm(data, files, desk=desk, initial=initial)
    form.fields.pop("on_behalf_of", None)
    return form


def _save(request: HttpRequest, post: Post, form: PostForm) -> HttpResponse:
    try:
        if edit_post(post, by=request.user, writing=form.writing()):
            messages.success(request, _("Your changes are published."))
    except TopicClosed:
        return _not_yours(request, post)
    forget_draft(request.user, place=form.desk.draft_place)
    return redirect(post)


def _not_yours(request: HttpRequest, post: Post | None = None) -> HttpResponse:
    return not_sent(
        request,
        reason=_("This post cannot be changed now: it is gone, its topic is closed, or it is not yours."),
        status=403 if post else 404,
        href=post.get_absolute_url() if post else "",
        action=_("Back to the topic"),
    )


@login_required
@require_http_methods(["GET", "POST"])
def post_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then delete what one wrote; its place in the topic stays."""
    post = visible_post(request, pk)
    if not can_delete_post(viewer_of(request), post):
        raise Http404
    if request.method == "GET":
        return render(request, "forums/post_delete.html", {"post": post, "topic": post.topic})
    if delete_post(post, by=request.user):
        messages.success(request, _("Your post is deleted."))
    topic = post.topic
    topic.refresh_from_db(fields=["state"])
    return redirect(post) if topic.state == "published" else redirect(topic.forum)


@require_safe
def post_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a post said before, the latest first."""
    viewer = viewer_of(request)
    post = visible_post(request, pk)
    if not can_see_history(viewer, post):
        raise Http404
    versions = list(post.versions.select_related("written_by").order_by("-number"))
    bodies = expand([post.body_html, *(version.body_html for version in versions)], viewer)
    entries = [
        {"when": post.edited_at or post.created_at, "lang": post.language, "html": bodies[0], "now": True},
        *(
            {"when": version.written_at, "lang": version.language, "html": body, "number": version.number}
            for version, body in zip(versions, bodies[1:], strict=True)
        ),
    ]
    for entry in entries:
        entry["dir"] = direction(str(entry["lang"]))
    return render(request, "forums/post_history.html", {"post": post, "topic": post.topic, "entries": entries})
