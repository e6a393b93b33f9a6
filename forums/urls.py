"""Addresses of forums under /<language>/."""

from django.urls import path

from forums.views import forums, heads, lists, posts, topic, writing

app_name = "forums"
urlpatterns = [
    path("topics/", lists.latest, name="latest"),
    path("topics/<int:pk>/", topic.topic_page, name="topic-short"),
    path("topics/<int:pk>-<slug:slug>/", topic.topic_page, name="topic"),
    path("topics/<int:pk>/read/", topic.topic_read, name="topic-read"),
    path("topics/<int:pk>/reply/", writing.topic_reply, name="reply"),
    path("topics/<int:pk>/edit/", heads.topic_edit, name="topic-edit"),
    path("topics/<int:pk>/gist/", heads.topic_gist, name="topic-gist"),
    path("topics/<int:pk>/lock/", heads.topic_lock, name="topic-lock"),
    path("topics/<int:pk>/pin/", heads.topic_pin, name="topic-pin"),
    path("posts/<int:pk>/edit/", posts.post_edit, name="post-edit"),
    path("posts/<int:pk>/delete/", posts.post_delete, name="post-delete"),
    path("posts/<int:pk>/history/", posts.post_history, name="post-history"),
    path("forums/<slug:platform>/new/", forums.forum_new, name="forum-new"),
    path("forums/<slug:platform>/<slug:slug>/edit/", forums.forum_edit, name="forum-edit"),
    path("forums/<slug:platform>/<slug:slug>/", lists.forum_page, name="forum"),
    path("forums/<slug:platform>/<slug:slug>/new/", writing.topic_new, name="new"),
]
