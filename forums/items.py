"""The kinds `forum`, `topic` and `post`."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.kinds import Kind, Wording, wordings_of
from core.viewer import Viewer
from forums.models import Forum, Post, Topic
from forums.services import hide_post, hide_topic, restore_post, restore_topic


class ForumKind(Kind):
    """Forums are followed and linked; what is reported is what stands in them."""

    code = "forum"
    model_label = "forums.Forum"
    name = _("forum")
    name_plural = _("forums")
    icon = "inbox-stack"
    followable = True
    reportable = False
    routes = ("forums:forum",)

    def queryset(self) -> QuerySet[Forum]:
        """Return forums with their platforms."""
        return Forum.objects.select_related("platform")

    def pk_at(self, **arguments: Any) -> int | None:
        """Return the id of the forum that an address names by two words."""
        rows = Forum.objects.filter(platform__slug=arguments.get("platform"), slug=arguments.get("slug"))
        return rows.values_list("pk", flat=True).first()

    def text(self, item: Any) -> str:
        """Return names and texts in every language."""
        return "\n".join([*item.names.values(), *item.about.values()])

    def wordings(self, item: Any) -> list[Wording]:
        """Return name and text in every language."""
        return wordings_of(item.names, item.about)

    def personal_data(self) -> str:
        """Say what is personal in it."""
        return "author: who opened it"


class TopicKind(Kind):
    """Topics are found by their posts and followed."""

    code = "topic"
    model_label = "forums.Topic"
    name = _("topic")
    name_plural = _("topics")
    icon = "chat-bubble-left-right"
    followable = True
    routes = ("forums:topic", "forums:topic-short")

    def queryset(self) -> QuerySet[Topic]:
        """Return topics with their areas."""
        return Topic.objects.select_related("author").prefetch_related("areas")

    def visible_to(self, viewer: Viewer) -> QuerySet[Topic]:
        """Return the topics that are there for the viewer."""
        return Topic.objects.visible_to(viewer)

    def text(self, item: Any) -> str:
        """Return title and gist in further languages; the posts are items of their own."""
        return "\n".join([*item.titles.values(), *item.gists.values()])

    def wordings(self, item: Any) -> list[Wording]:
        """Return its title in its own language, and titles and gists in further ones."""
        own = Wording(language=item.language, title=item.title)
        return [own, *wordings_of(item.titles, item.gists)]

    def area_codes(self, item: Any) -> list[str]:
        """Return the codes of its areas."""
        return [area.code for area in item.areas.all()]

    def changed_at(self, item: Any) -> Any:
        """Return the time of its last post."""
        return item.last_post_at

    def hide(self, item: Any, *, by: Any, reason: str) -> bool:
        """Hide it with all its posts."""
        return hide_topic(item, by=by, reason=reason)

    def restore(self, item: Any, *, by: Any, reason: str) -> bool:
        """Publish it again."""
        return restore_topic(item, by=by, reason=reason)

    def personal_data(self) -> str:
        """Say what is personal in it."""
        return "author; stays, without the name, when the person leaves"


class PostKind(Kind):
    """Posts are found and reported one by one and shown under their topic."""

    code = "post"
    model_label = "forums.Post"
    name = _("post")
    name_plural = _("posts")
    icon = "chat-bubble-bottom-center-text"

    def queryset(self) -> QuerySet[Post]:
        """Return posts with their topics and the topics' areas."""
        return Post.objects.select_related("topic", "author").prefetch_related("topic__areas")

    def visible_to(self, viewer: Viewer) -> QuerySet[Post]:
        """Return the posts that are there for the viewer."""
        return Post.objects.visible_to(viewer).select_related("topic", "author")

    def title(self, item: Any) -> str:
        """Return the title of its topic, as an answer to it from the second post on."""
        if item.position in {None, 1}:
            return str(item.topic.title)
        return gettext("Re: %(title)s") % {"title": item.topic.title}

    def text(self, item: Any) -> str:
        """Return its plain text."""
        return str(item.body_text)

    def is_published(self, item: Any) -> bool:
        """Return whether it and its topic are published."""
        return bool(item.state == "published" and item.topic.state == "published")

    def platform_id(self, item: Any) -> int | None:
        """Return its topic's platform."""
        return int(item.topic.platform_id)

    def area_codes(self, item: Any) -> list[str]:
        """Return its topic's areas."""
        return [area.code for area in item.topic.areas.all()]

    def group(self, item: Any) -> tuple[str, int]:
        """Return its topic."""
        return "topic", item.topic_id

    def hide(self, item: Any, *, by: Any, reason: str) -> bool:
        """Hide it; a tombstone keeps its place."""
        return hide_post(item, by=by, reason=reason)

    def restore(self, item: Any, *, by: Any, reason: str) -> bool:
        """Publish it again."""
        return restore_post(item, by=by, reason=reason)

    def personal_data(self) -> str:
        """Say what is personal in it."""
        return "author and text; stays, without the name, when the person leaves"
