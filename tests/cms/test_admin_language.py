"""The editors' pages speak the editor's language: no words stay English that have letters and are nobody's name."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.users.models import UserProfile

from cms.models import StandardPage
from tests.factories import cms as pages
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

OUR_NAME = "Žofie Šťastná"
OUR_TITLE = "Příklad"
# Names and words that are the same in both languages.
SAME = {
    *{"Mosty", "Wagtail", "Alias", "E-mail", "Port", "Text", "URL", "ID", "Web", "Status", "Token", "Export", "Format"},
    *{"H2", "H3", "H4", "HTML", "CSV", "XLSX", "API", "PDF", "min", "localhost", "Root", "Editors", "Moderators"},
    *{"Čeština", "English", "Slovenčina", "Deutsch", "Українська", "Moderators approval", "Home-cs", "admin"},
    *{"Nederlands", "français", "slovensky", "česky", "čeština", "українська"},
}
# What the packages write into their templates as it is, or translate once, in the language the process began in.
PACKAGES_OWN = {"Actions", "None", "Hledat", "Vše", "Trvalé", "Dočasné", "Typ", "Úvod"}
SILENT = {"script", "style", "template", "noscript", "svg"}
SPOKEN = {"title", "aria-label", "placeholder", "alt", "data-tippy-content", "data-w-tooltip-content-value"}


class Words(HTMLParser):
    """Collects what a page shows or reads aloud."""

    def __init__(self):
        super().__init__()
        self.found, self.silent = set(), []

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent.append(tag)
        elif not self.silent:
            self.found |= {value.strip() for name, value in attrs if name in SPOKEN and value}

    def handle_endtag(self, tag):
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()

    def handle_data(self, data):
        if not self.silent:
            self.found.add(" ".join(data.split()))


def words_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    text = answer.json()["html"] if "json" in answer["Content-Type"] else answer.text
    reader = Words()
    reader.feed(text)
    return {word for word in reader.found if re.search(r"[^\W\d_]{2}", word)}


@pytest.fixture
def person(home):
    return UserFactory(name=OUR_NAME, email="zofie@example.org", admin=True)


@pytest.fixture
def page(home, person):
    page = pages.make(StandardPage, parent=home, title=OUR_TITLE, slug="priklad", body=[("paragraph", "<p>Slova.</p>")])
    page.title = f"{OUR_TITLE} 2"
    page.save_revision(user=person, log_action=True)
    return page


def routes(page):
    first = page.revisions.order_by("pk").first()
    return {
        "dashboard": reverse("wagtailadmin_home"),
        "explorer": reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        "choose type": reverse("wagtailadmin_pages:add_subpage", args=[page.get_parent().pk]),
        "new page": reverse("wagtailadmin_pages:add", args=["cms", "standardpage", page.get_parent().pk]),
        "edit": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "history": reverse("wagtailadmin_pages:history", args=[page.pk]),
        "compare": reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, "latest"]),
        "usage": reverse("wagtailadmin_pages:usage", args=[page.pk]),
        "delete": reverse("wagtailadmin_pages:delete", args=[page.pk]),
        "unpublish": reverse("wagtailadmin_pages:unpublish", args=[page.pk]),
        "move": reverse("wagtailadmin_pages:move", args=[page.pk]),
        "copy": reverse("wagtailadmin_pages:copy", args=[page.pk]),
        "translate": reverse("wagtail_localize:submit_page_translation", args=[page.get_parent().pk]),
        "page chooser": reverse("wagtailadmin_choose_page"),
        "images": reverse("wagtailimages:index"),
        "new image": reverse("wagtailimages:add"),
        "image chooser": reverse("wagtailimages_chooser:choose"),
        "documents": reverse("wagtaildocs:index"),
        "new document": reverse("wagtaildocs:add"),
        "document chooser": reverse("wagtaildocs_chooser:choose"),
        "programmes": reverse("wagtailsnippets_vocabulary_programme:list"),
        "new programme": reverse("wagtailsnippets_vocabulary_programme:add"),
        "search": reverse("wagtailadmin_pages:search"),
        "site history": reverse("wagtailadmin_reports:site_history"),
        "locked pages": reverse("wagtailadmin_reports:locked_pages"),
        "workflow report": reverse("wagtailadmin_reports:workflow"),
        "workflows": reverse("wagtailadmin_workflows:index"),
        "collections": reverse("wagtailadmin_collections:index"),
        "redirects": reverse("wagtailredirects:index"),
        "languages": reverse("wagtaillocales:index"),
        "groups": reverse("wagtailusers_groups:index"),
    }


@pytest.mark.parametrize("language", ["cs", "sk"])
def test_the_editors_pages_have_no_english_words(client, person, page, language):
    assert get_image_model().objects.count() == 0
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    profile = UserProfile.get_for_user(person)

    def spoken(tongue):
        profile.preferred_language = tongue
        profile.save()
        return {name: words_of(client, address) for name, address in routes(page).items()}

    english, theirs = spoken("en"), spoken(language)
    ours = {person.handle, person.email, OUR_NAME, OUR_TITLE, f"{OUR_TITLE} 2"}
    left = {
        name: sorted(
            word for word in words & english[name] if word not in SAME | PACKAGES_OWN | ours and not known(word)
        )
        for name, words in theirs.items()
    }
    assert {name: words for name, words in left.items() if words} == {}


def known(word):
    """Whether a word is a title or name the test gave, a time zone, an address or a file's ending."""
    return bool(
        re.fullmatch(
            rf"[\w/]+/[\w/+-]+|.*({OUR_TITLE}|{OUR_NAME}|Slova\.).*"
            r"|[\w.-]+@[\w.-]+|https?:\S+|\d+ pages|(Upravit|Vybrat)\b.*",
            word,
        )
    )
