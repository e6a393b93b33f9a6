"""The demo's handbook, news and funded projects as Wagtail pages, each published as an editor would publish it."""

from functools import partial
from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import Locale

from accounts.models import User
from cms.blocks import blocks_from_html
from cms.models import HandbookIndexPage, HandbookPartPage, NewsIndexPage, NewsPage, ProjectIndexPage
from cms.services.editors import EDITORS
from demo.handbook import HANDBOOK_MODELS, handbook_values
from demo.page_parts import add_authors, add_downloads, set_words
from demo.people import administrator
from demo.projects import add_partners, project_model, project_values
from demo.records import once, present, read_folder
from organisations.models import Organisation

LANGUAGES = ("cs", "en", "sk", "de", "uk")
PARTS = {
    "zaciname": {"cs": "Začínáme", "en": "Getting started"},
    "cile": {"cs": "Cíle", "en": "Goals"},
    "nastroje": {"cs": "Nástroje", "en": "Tools"},
    "ukazatele": {"cs": "Ukazatele", "en": "Indicators"},
    "situace": {"cs": "Situace", "en": "Situations"},
}
NOTE = {"cs": "Příklad, ne rada, stav k 11/2026", "en": "Example, not advice, as of 11/2026"}


def load_pages(people: dict[str, User], organisations: dict[str, Organisation]) -> None:
    """Make every page that is missing, in every language its file has."""
    editor = next((p for p in people.values() if p.persona == "editor"), administrator(people))
    editor.groups.add(*Group.objects.filter(name=EDITORS))
    _Pages(editor, people, organisations).load()


def in_language(page: Any, language: str) -> Any:
    """Return a page's translation, made as a published copy where there is none yet."""
    locale = Locale.objects.get(language_code=language)
    if page.locale_id == locale.pk:
        return page
    found = page.get_translation_or_none(locale)
    if found is None:
        found = page.copy_for_translation(locale, copy_parents=True)
        found.save_revision().publish()
    return found.specific


class _Pages:
    """One load of all pages."""

    def __init__(self, editor: User, people: dict[str, User], organisations: dict[str, Organisation]) -> None:
        self.editor, self.people, self.organisations = editor, people, organisations

    def load(self) -> None:
        """Handbook first; then projects, those that have parts before their parts; then news."""
        parts = {key: self._part(key) for key in PARTS}
        handbook = sorted(read_folder("pages/handbook"), key=lambda pair: pair[1]["order"])
        for _stem, row in handbook:
            parent = parts[row["part"]]
            self._every_language(f"handbook:{row['key']}", row, parent, HANDBOOK_MODELS[row["kind"]], handbook_values)
        self._relate(handbook)
        projects = sorted(read_folder("projects"), key=lambda pair: pair[1].get("parent", ""))
        for _stem, row in projects:
            parent = present(f"project:{row['parent']}:cs") if row.get("parent") else self._index(ProjectIndexPage)
            self._every_language(f"project:{row['key']}", row, parent, project_model(), project_values)
        for _stem, row in sorted(read_folder("pages/news"), key=lambda pair: pair[1]["date"]):
            self._every_language(f"news:{row['key']}", row, self._index(NewsIndexPage), NewsPage, _news_values)

    def _index(self, model: Any) -> Any:
        return model.objects.filter(locale__language_code="cs").first() or model.objects.first()

    def _part(self, key: str) -> Any:
        def make(language: str) -> Any:
            index = in_language(self._index(HandbookIndexPage), language)
            page = HandbookPartPage(title=PARTS[key][language], slug=_part_slug(key, language), note=NOTE[language])
            return self._publish(page, parent=index, language=language, key=f"part:{key}")

        for language in ("cs", "en"):
            once(f"part:{key}:{language}", partial(make, language))
        return present(f"part:{key}:cs")

    def _every_language(self, key: str, row: dict[str, Any], parent: Any, model: Any, values: Any) -> None:
        original = row.get("language", "cs")
        for language in sorted((code for code in LANGUAGES if code in row), key=lambda code: code != original):
            once(f"{key}:{language}", partial(self._page, key, row, language, parent, model, values))

    def _page(self, key: str, row: dict[str, Any], language: str, parent: Any, model: Any, values: Any) -> Any:
        words = row[language]
        page = model(
            title=words["title"],
            slug=words["slug"],
            summary=words.get("summary", ""),
            note=row["note"].get(language, ""),
            organisation=self.organisations.get(row.get("responsible", "")),
            owner=self.editor,
            **values(row, words),
        )
        self._publish(page, parent=in_language(parent, language), language=language, key=key)
        set_words(page, row)
        add_authors(page, [self.people[handle] for handle in row.get("authors", []) if handle in self.people])
        add_partners(page, row)
        add_downloads(page, words)
        page.save_revision(user=self.editor).publish(user=self.editor, skip_permission_checks=True)
        return page

    def _publish(self, page: Any, *, parent: Any, language: str, key: str) -> Any:
        siblings = [present(f"{key}:{code}") for code in LANGUAGES if code != language]
        page.locale = Locale.objects.get(language_code=language)
        original = next((sibling for sibling in siblings if sibling is not None), None)
        if original is not None:
            page.translation_key = original.translation_key
        page.live = False
        parent.add_child(instance=page)
        return page if key.startswith(("handbook", "news", "project")) else self._live(page)

    def _live(self, page: Any) -> Any:
        page.save_revision(user=self.editor).publish(user=self.editor, skip_permission_checks=True)
        return page

    def _relate(self, handbook: list[tuple[str, dict[str, Any]]]) -> None:
        for _stem, row in handbook:
            for language in LANGUAGES:
                page = present(f"handbook:{row['key']}:{language}")
                if page is not None and not page.related_pages.exists():
                    self._relate_one(page, row, language)

    def _relate_one(self, page: Any, row: dict[str, Any], language: str) -> None:
        def known(keys: list[str]) -> list[Any]:
            found = [present(f"handbook:{key}:{language}") or present(f"handbook:{key}:cs") for key in keys]
            return [target for target in found if target is not None]

        page.related_pages = known(row.get("related", []))
        page.goals = known(row.get("serves", []))
        page.save_revision(user=self.editor).publish(user=self.editor, skip_permission_checks=True)


def _news_values(row: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    return {
        "news_kind": row["kind"],
        "date": row["date"],
        "valid_as_of": row.get("valid_as_of"),
        "check_by": row.get("check_by"),
        "in_force_from": row.get("in_force_from"),
        "body": blocks_from_html(words["body"]),
        "funder_name": words.get("funder", ""),
        "who_may_apply": words.get("who_may_apply", ""),
        "deadline": row.get("deadline"),
        "amount": words.get("amount", ""),
        "project": present(f"project:{row['project']}:cs") if row.get("project") else None,
    }


def _part_slug(key: str, language: str) -> str:
    return key if language == "cs" else PARTS[key][language].lower().replace(" ", "-")
