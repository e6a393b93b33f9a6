"""A topic as a row of a list: what `components/topic_row.html` shows. Asks the database for nothing."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from core.states import State
from core.texts import pick
from core.viewer import Viewer
from forums.languages import interface_language, own_name, reads
from forums.models import Topic
from forums.models.post import page_query

NEW_FOR = timedelta(days=14)


def reading_languages(viewer: Viewer) -> tuple[str, ...]:
    """Return the languages the viewer reads; who named none reads the interface's language."""
    return viewer.languages or (interface_language(),)


def gist_for(topic: Topic, viewer: Viewer) -> tuple[str, str]:
    """Return (gist, its language) for this reader; with a translated title where she does not read the topic's."""
    languages = reading_languages(viewer)
    if reads(topic.language, languages):
        return (topic.gists.get(topic.language, ""), topic.language)
    for code in dict.fromkeys([interface_language(), *languages]):
        parts = [text for text in (topic.titles.get(code), topic.gists.get(code)) if text]
        if parts:
            return " – ".join(parts), code
    return "", ""


def further_gists(topic: Topic) -> list[dict[str, str]]:
    """Return title and gist of a topic in every language somebody wrote them in."""
    return [
        {"code": code, "name": own_name(code), "title": topic.titles.get(code, ""), "gist": topic.gists.get(code, "")}
        for code in sorted({*topic.titles, *topic.gists})
    ]


def unread_in(topic: Any, viewer: Viewer) -> int:
    """Return how many positions the viewer has not read; a topic never opened counts while it is new."""
    if not viewer.is_member:
        return 0
    if topic.read_position is None:
        fresh = timezone.now() - topic.last_post_at < NEW_FOR
        return int(topic.last_position) if fresh else 0
    return max(0, int(topic.last_position) - int(topic.read_position))


def topic_row(topic: Any, viewer: Viewer) -> dict[str, Any]:
    """Return the row of a topic that came out of `TopicQuerySet.for_rows`."""
    unread = unread_in(topic, viewer)
    gist, gist_lang = gist_for(topic, viewer)
    understood = reads(topic.language, reading_languages(viewer))
    names_platform = viewer.satisfies(topic.platform.audience_id)
    return {
        "href": first_unread_address(topic, unread=unread),
        "title": topic.title,
        "lang": topic.language,
        "lang_label": "" if understood else own_name(topic.language),
        "gist": gist,
        "gist_lang": gist_lang,
        "author": topic.author.get_full_name() if topic.author else "",
        "organisation": topic.on_behalf_of.name if topic.on_behalf_of else "",
        "platform": pick(topic.platform.names) if names_platform else "",
        "platform_href": topic.platform.get_absolute_url() if names_platform else "",
        "replies": max(0, topic.post_count - 1),
        "unread": unread,
        "when": topic.last_post_at,
        "pinned": topic.pinned,
        "locked": topic.locked,
        "unanswered": topic.post_count == 1,
        "state": "" if topic.state == State.PUBLISHED else topic.get_state_display(),
    }


def first_unread_address(topic: Any, *, unread: int) -> str:
    """Return where the title leads: the first unread post of a topic opened before, else its beginning."""
    address: str = topic.get_absolute_url()
    position = getattr(topic, "read_position", None)
    if not unread or not position:
        return address
    return f"{address}{page_query(position + 1)}#n{position + 1}"
