"""The demo's topics and posts, through the services of forums, at the times their files say."""

from collections.abc import Callable
from datetime import datetime, timedelta
from html import escape
from typing import Any

from django.utils import timezone

from accounts.models import User
from core.attachments.services import Chosen, store_upload
from core.richtext import render
from demo.files import upload
from demo.records import once, read_folder
from forums.models import Forum, Post, Topic
from forums.services import Writing, edit_post, mark_read, reply, set_gist, start_topic
from organisations.querysets import present_affiliations
from platforms.models import Platform
from vocabulary.models import Area

Say = Callable[[str], None]
CORRECTION = "<p><em>{}</em></p>"
CORRECTED = {"cs": "Doplněno: opravila jsem překlep.", "en": "Edited: a typing error."}


def load_topics(people: dict[str, User], platforms: dict[str, Platform], *, say: Say) -> list[Topic]:
    """Return every topic with its posts; a topic that is there is left as it is."""
    topics = []
    for stem, row in read_folder("topics"):
        platform = platforms[row["platform"]]
        forum = _forum(platform, row["forum"])
        topics.append(once(f"topic:{stem}", _Telling(forum, row, people).tell))
        say(f"  {row['title']}")
    return topics


def _forum(platform: Platform, which: str) -> Forum:
    forums = Forum.objects.filter(platform=platform).order_by("order", "pk")
    members = forums.filter(audience_id=platform.members_rule)
    return (members if which == "members" else forums.exclude(audience_id=platform.members_rule)).first() or members[0]


class _Telling:
    """One topic being told, post after post."""

    def __init__(self, forum: Forum, row: dict[str, Any], people: dict[str, User]) -> None:
        self.forum, self.row, self.people = forum, row, people
        self.affiliations = present_affiliations([person.pk for person in people.values()])
        self.start = timezone.now() - timedelta(hours=row["started_hours_ago"])
        self.posts: list[Post] = []

    def tell(self) -> Topic:
        """Start the topic, add every post, then titles and gists in further languages."""
        first, *others = self.row["post"]
        areas = list(Area.objects.filter(code__in=self.row["areas"]))
        by = self.people[first["author"]]
        self.posts.append(
            start_topic(self.forum, by=by, title=self.row["title"], writing=self._writing(first), areas=areas)
        )
        for post in others:
            self.posts.append(reply(self._topic(), by=self.people[post["author"]], writing=self._writing(post)))
            if post.get("edited"):
                self._correct(post)
        self._gists()
        return self._topic()

    def _topic(self) -> Topic:
        return Topic.objects.get(pk=self.posts[0].topic_id)

    def _at(self, post: dict[str, Any]) -> datetime:
        return min(self.start + timedelta(hours=post["hours_after"]), timezone.now())

    def _writing(self, post: dict[str, Any]) -> Writing:
        files = (self._file(post),) if "attachment" in post else ()
        affiliation = self.affiliations.get(self.people[post["author"]].pk)
        return Writing(
            on_behalf_of=affiliation.organisation if affiliation else None,
            body=render(self._quote(post) + post["body"], source_format="html"),
            language=post.get("language", self.row["language"]),
            files=files,
            at=self._at(post),
        )

    def _quote(self, post: dict[str, Any]) -> str:
        if "quotes" not in post:
            return ""
        quoted = self.posts[post["quotes"]["post"] - 1]
        return f'<blockquote data-post="{quoted.pk}"><p>{escape(post["quotes"]["text"])}</p></blockquote>'

    def _file(self, post: dict[str, Any]) -> Chosen:
        by = self.people[post["author"]]
        file = upload(post["attachment"]["filename"], text=post["attachment_text"])
        return Chosen(attachment=store_upload(file, by=by), description=post["attachment"]["caption"])

    def _correct(self, row: dict[str, Any]) -> None:
        post = self.posts[-1]
        language = row.get("language", self.row["language"])
        note = CORRECTION.format(CORRECTED.get(language, CORRECTED["en"]))
        body = render(post.body_html + note, source_format="html")
        edit_post(post, by=self.people[row["author"]], writing=Writing(body=body, language=language))

    def _gists(self) -> None:
        titles, gists = self.row.get("titles", {}), self.row.get("gists", {})
        for language in sorted({*titles, *gists}):
            by = self.people[self.row["author"]]
            set_gist(
                self._topic(), by=by, language=language, title=titles.get(language, ""), gist=gists.get(language, "")
            )


def load_reading(people: dict[str, User], topics: list[Topic]) -> None:
    """Let the personas have read a part, so that unread marks show."""
    for person in people.values():
        if not person.persona:
            continue
        for number, topic in enumerate(topics):
            read_to = topic.last_position if number % 3 else max(1, topic.last_position - 4)
            if number % 4:
                mark_read(topic, by=person, position=read_to)
