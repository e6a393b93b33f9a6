"""The demo's home page in every language its file has."""

from cms.models import HomePage
from cms.services.authoring import compose_home, home_in, publish
from demo.records import read


def load_home() -> None:
    """Fill every home page that is still empty; what somebody has written there stays."""
    for language, words in read("pages/site.toml")["home"].items():
        page = home_in(language)
        if page is not None and not page.body:
            compose_home(page, words=words)


def empty_home() -> None:
    """Take the blocks off the home pages again."""
    for page in HomePage.objects.all():
        page.body = []
        publish(page)
