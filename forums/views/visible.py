"""Loads what an address names, when it is there for the viewer; else there is no such page."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from core.states import State
from core.viewer import viewer_of
from forums.models import Forum, Post, Topic


def visible_forum(request: HttpRequest, *, platform: str, slug: str) -> Forum:
    """Return the forum, with its platform."""
    rows = Forum.objects.visible_to(viewer_of(request)).published().select_related("platform")
    return get_object_or_404(rows, platform__slug=platform, slug=slug)


def visible_topic(request: HttpRequest, pk: int) -> Topic:
    """Return the topic with forum, platform, author, how far the viewer has read and how she follows it."""
    viewer = viewer_of(request)
    rows = Topic.objects.visible_to(viewer).exclude(state=State.DELETED).with_read_position(viewer)
    rows = rows.with_follow_level(viewer).select_related("forum", "platform", "author", "on_behalf_of")
    topic = get_object_or_404(rows, pk=pk)
    topic.forum.platform = topic.platform
    return topic


def visible_post(request: HttpRequest, pk: int) -> Post:
    """Return the post with its topic."""
    rows = Post.objects.visible_to(viewer_of(request)).exclude(topic__state=State.DELETED)
    rows = rows.select_related("author", "on_behalf_of", "topic__forum", "topic__platform", "topic__author")
    post = get_object_or_404(rows, pk=pk)
    post.topic.forum.platform = post.topic.platform
    return post
