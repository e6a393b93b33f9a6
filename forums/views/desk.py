"""The desk at which somebody writes: forms filled for her, and the answer when it cannot be sent any more."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.ratelimit import allow
from core.richtext.editor import MAX_SOURCE, RichTextWidget
from core.viewer import viewer_of
from forums.forms import Desk, PostForm, TopicForm
from forums.languages import interface_language, reads
from forums.models import Forum, Post, Topic
from forums.readers import Readers, readers_of
from organisations.models import Affiliation


def desk_for(
    request: HttpRequest, *, readers: Readers | None, draft_place: str, language: str = "", post_pk: int | None = None
) -> Desk:
    """Return the desk of the person who asks: her organisations, the language of what she last wrote, her draft."""
    viewer = viewer_of(request)
    rows = Affiliation.objects.filter(person_id=viewer.person_id, until__isnull=True, organisation__state="published")
    organisations = [row.organisation for row in rows.select_related("organisation").order_by("pk")]
    return Desk(
        person=request.user,
        readers=readers,
        post_pk=post_pk,
        language=language or last_language(request),
        organisations=organisations,
        draft_place=draft_place,
    )


def last_language(request: HttpRequest, *, topic: Topic | None = None) -> str:
    """Return the language in which she writes: a reply in the topic's when she reads it, else as she last wrote."""
    viewer = viewer_of(request)
    if topic is not None and viewer.languages and reads(topic.language, viewer.languages):
        return topic.language
    rows = Post.objects.filter(author_id=viewer.person_id, state="published").order_by("-created_at")
    return rows.values_list("language", flat=True).first() or interface_language()


def topic_place(forum: Forum) -> str:
    """Return where a new topic of this forum is kept until it is sent."""
    return f"forum:{forum.pk}:topic"


def reply_place(topic: Topic) -> str:
    """Return where a reply to this topic is kept until it is sent."""
    return f"topic:{topic.pk}:reply"


def edit_place(post: Post) -> str:
    """Return where the change of this post is kept; a change of the post by somebody else begins anew."""
    return f"post:{post.pk}:edit:{post.version}"


def reply_form(request: HttpRequest, topic: Topic, *, initial: Any = None) -> PostForm:
    """Return the form of a reply, bound when it was sent."""
    readers = readers_of(topic.audience_id, platform=topic.platform)
    language = last_language(request, topic=topic)
    desk = desk_for(request, readers=readers, language=language, draft_place=reply_place(topic))
    sent = request.method == "POST"
    data, files = (request.POST, request.FILES) if sent else (None, None)
    return PostForm(data, files, desk=desk, initial=initial, auto_id="reply_%s")


def topic_form(request: HttpRequest, forum: Forum) -> TopicForm:
    """Return the form of a new topic, bound when it was sent."""
    readers = readers_of(forum.audience_id, platform=forum.platform)
    desk = desk_for(request, readers=readers, draft_place=topic_place(forum))
    sent = request.method == "POST"
    return TopicForm(request.POST if sent else None, request.FILES if sent else None, desk=desk)


def too_often(request: HttpRequest, form: PostForm, *, verb: str) -> bool:
    """Count one more try; when it is one too many, say so on the form and return True."""
    if allow(verb, who=f"person:{viewer_of(request).person_id}"):
        return False
    form.add_error(None, _("That was too fast. Your text is still here: send it again in a minute."))
    return True


def not_sent(request: HttpRequest, *, reason: str, status: int, href: str = "", action: str = "") -> HttpResponse:
    """Say why nothing was sent, with all that was typed, so that it can be copied."""
    value = RichTextWidget().value_from_datadict(request.POST, request.FILES, "body")
    typed = ""
    if value is not None:
        typed = value.plain if len(value.source) <= MAX_SOURCE else value.source[:MAX_SOURCE]
    context = {
        "reason": reason,
        "typed_title": request.POST.get("title", "")[:MAX_SOURCE],
        "typed": typed,
        "files": bool(request.FILES),
        "href": href,
        "action": action,
    }
    return render(request, "forums/not_sent.html", context, status=status)
