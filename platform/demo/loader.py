"""Loads the demo and says whether it is there. Everything is made by services; the outbox runs in between."""

from collections.abc import Callable

from core.outbox.dispatch import drain
from demo.home import load_home
from demo.models import DemoRecord
from demo.networks import load_platforms
from demo.pages import load_pages
from demo.people import load_organisations, load_people
from demo.talk import load_reading, load_topics
from demo.watching import choose_mail, load_watching, send_first_overviews
from search.sync import sync_all

Say = Callable[[str], None]
COMPLETE = "complete"


def demo_is_loaded() -> bool:
    """Return whether the last load came to its end."""
    return DemoRecord.objects.filter(key=COMPLETE).exists()


def load_demo(*, say: Say) -> None:
    """Make what is missing of the demo; a second run makes nothing twice. `say` is told of the progress."""
    say("· people and organisations")
    people = load_people()
    organisations = load_organisations(people)
    say("· platforms and their people")
    platforms = load_platforms(people)
    drain()
    load_watching(people, platforms)
    if not demo_is_loaded():
        choose_mail(people)
        drain()
    say("· news, handbook and funded projects")
    load_pages(people, organisations)
    load_home()
    drain()
    say("· topics and posts")
    topics = load_topics(people, platforms, say=say)
    load_reading(people, topics)
    say("· search entries, notifications and a digest")
    drain()
    sync_all()
    if not demo_is_loaded():
        send_first_overviews()
    DemoRecord.objects.get_or_create(key=COMPLETE, defaults={"model": "demo.DemoRecord", "object_id": 0})
