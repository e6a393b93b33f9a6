"""What the demo hangs on any page: words of the vocabulary, authors and files to download."""

from typing import Any

from cms.models import PageAuthor, PageDownload, SiteDocument
from demo.files import upload
from vocabulary.models import Area, TargetGroup, Territory


def set_words(page: Any, row: dict[str, Any]) -> None:
    """Set areas, territories and target groups by their codes."""
    page.areas = list(Area.objects.filter(code__in=row.get("areas", [])))
    page.territories = list(Territory.objects.filter(code__in=row.get("territories", [])))
    page.target_groups = list(TargetGroup.objects.filter(code__in=row.get("target_groups", [])))


def add_authors(page: Any, people: list[Any]) -> None:
    """Name who wrote the page."""
    for number, person in enumerate(people):
        page.authors.add(PageAuthor(person=person, sort_order=number))


def add_downloads(page: Any, words: dict[str, Any]) -> None:
    """Make the small files a page offers."""
    for number, row in enumerate(words.get("download", [])):
        file = upload(f"{row['filename']}.odt", text=row["text"])
        document = SiteDocument(title=row["title"], file=file)
        document.save()
        page.downloads.add(PageDownload(document=document, title=row["title"], sort_order=number))
