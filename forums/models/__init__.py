"""The tables of forums. Import models from here."""

from forums.models.forum import Forum, Right
from forums.models.post import Post, PostVersion
from forums.models.read import ReadMark
from forums.models.topic import Topic

__all__ = ["Forum", "Post", "PostVersion", "ReadMark", "Right", "Topic"]
