"""One page of a topic, ready for its template: a range of positions read by one statement, tombstones included."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from core.attachments.shown import attachments_of
from core.richtext import expand
from core.states import State
from core.typography import typeset
from core.viewer import Viewer
from forums.languages import direction, own_name, reads
from forums.models import Post, Topic
from forums.models.topic import PAGE, page_of
from forums.permissions import can_delete_post, can_edit_post, can_moderate_forum, can_reply
from forums.roles import roles_on
from forums.rows import reading_languages

GAP = 2


def page_entries(topic: Topic, viewer: Viewer, *, page: int) -> list[dict[str, Any]]:
    """Return the posts of a page in order; what the viewer may not see is a tombstone with its position alone."""
    first = (page - 1) * PAGE + 1
    rows = Post.objects.filter(topic_id=topic.pk).between(first, first + PAGE - 1)
    rows = rows.defer("body_source", "body_text", "on_behalf_of__about", "author__profile__about")
    posts = list(rows.select_related("author__profile", "on_behalf_of"))
    for post in posts:
        post.topic = topic
    seen = [post for post in posts if post.can_be_viewed_by(viewer)]
    expanded = expand([post.body_html for post in seen], viewer)
    bodies = {
        post.pk: mark_safe(typeset(html, post.language))  # noqa: S308  only spaces were changed
        for post, html in zip(seen, expanded, strict=True)
    }
    with_files = [post.pk for post in seen if post.file_count]
    files = attachments_of("post", with_files) if with_files else {}
    rights = {"reply": can_reply(viewer, topic), "moderate": can_moderate_forum(viewer, topic.platform_id)}
    roles = roles_on(topic.platform_id, [post.author_id for post in seen], viewer)
    return [
        {
            **post_entry(post, viewer, html=bodies[post.pk], rights=rights),
            "role": roles.get(post.author_id or 0, ""),
            "attachments": files.get(post.pk),
        }
        if post.pk in bodies
        else {"tombstone": post.state, "anchor": f"post-{post.pk}", "position": post.position}
        for post in posts
    ]


def post_entry(post: Post, viewer: Viewer, *, html: str, rights: dict[str, bool]) -> dict[str, Any]:
    """Return what `components/post.html` shows of a post, and what the viewer may do with it."""
    author = post.author
    published = post.state == State.PUBLISHED
    named = author is not None and author.can_be_viewed_by(viewer)
    read = getattr(post.topic, "read_position", None)
    return {
        "pk": post.pk,
        "anchor": f"post-{post.pk}",
        "position": post.position,
        "first": post.position == 1,
        "starter": post.position != 1 and author is not None and post.author_id == post.topic.author_id,
        "author": author.get_full_name() if author else "",
        "author_href": author.get_absolute_url() if author and named else "",
        "organisation": post.on_behalf_of.name if post.on_behalf_of else "",
        "when": post.created_at,
        "edited": post.edited_at,
        "history": reverse("forums:post-history", args=[post.pk]) if post.edit_count else "",
        "permalink": f"#post-{post.pk}",
        "lang": post.language,
        "lang_label": "" if reads(post.language, reading_languages(viewer)) else own_name(post.language),
        "dir": direction(post.language),
        "html": html,
        "state": "" if published else post.state,
        "mine": viewer.is_member and post.author_id == viewer.person_id,
        "unread": read is not None and (post.position or 0) > read,
        "may_quote": published and rights["reply"],
        "may_edit": can_edit_post(viewer, post),
        "may_delete": can_delete_post(viewer, post),
        "may_report": published and viewer.is_member and post.author_id != viewer.person_id,
        "may_moderate": rights["moderate"],
    }


def page_links(topic: Topic, *, page: int) -> dict[str, Any]:
    """Return the pager of a topic: first, last, and those around the present one."""
    last = page_of(topic.last_position)
    address = topic.get_absolute_url()

    def href(number: int) -> str:
        return address + (f"?page={number}" if number > 1 else "")

    shown = sorted({1, last, *range(max(1, page - GAP), min(last, page + GAP) + 1)})
    pages: list[dict[str, Any]] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number > before + 1:
            pages.append({"gap": True})
        pages.append({"label": number, "href": href(number), "current": number == page})
    return {
        "pages": pages,
        "newer": href(page - 1) if page > 1 else "",
        "older": href(page + 1) if page < last else "",
        "newer_label": _("Previous page"),
        "older_label": _("Next page"),
    }
