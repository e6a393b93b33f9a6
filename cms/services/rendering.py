"""The text of a page as HTML with its contents list, kept by page, version, language and epoch."""

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.core.cache import cache
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst, slugify
from django.utils.translation import get_language
from wagtail.rich_text import expand_db_html

from cms.models import SiteRendition
from cms.services.links import targets_of
from core.site import settings_of
from core.typography import typeset

KEPT_SECONDS = 24 * 3600
IMAGE_SIZES = ["max-1200x1600"]
_HEADING = re.compile(r"<h([23])([^>]*)>(.*?)</h\1>", re.DOTALL)
AFTER = ("sources", "downloads", "related", "serving")  # places of the page itself below its text


@dataclass(frozen=True, kw_only=True)
class Body:
    """HTML, the sections before it, the headings of both, and all rich texts by the names of their fields."""

    html: SafeString = field(default_factory=SafeString)
    sections: list[dict[str, Any]] = field(default_factory=list)
    contents: list[dict[str, Any]] = field(default_factory=list)
    rich: dict[str, SafeString] = field(default_factory=dict)


def body_of(page: Any, *, request: Any) -> Body:
    """Return the rendered text of a page; what is kept is never older than the last change it shows."""
    if getattr(request, "is_preview", False):
        return _render(page, request=request)
    key = f"cms:body:{page.pk}:{page.version}:{get_language()}:{settings_of(request).epoch}"
    kept: Body | None = cache.get(key)
    if kept is None:
        kept = _render(page, request=request)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _render(page: Any, *, request: Any) -> Body:
    stream = getattr(page, "body", None)
    rich = {name: getattr(page, name) for name in _rich_names(page)}
    source = json.dumps([list(stream.raw_data) if stream else [], list(rich.values())], default=str)
    with targets_of(source.replace('\\"', '"')):
        _prepare_images(stream)
        context = {"page": page, "request": request}
        html = "".join(str(block.render(context=context)) for block in stream) if stream else ""
        html = typeset(html, page.language)
        expanded = {
            name: mark_safe(typeset(expand_db_html(text), page.language))  # noqa: S308
            for name, text in rich.items()
            if text
        }
    sections = _sections(page, expanded)
    anchored, headings = _with_anchors(html, taken={*AFTER, *(part["id"] for part in sections)})
    contents = [{"id": part["id"], "text": part["label"], "lang": "", "level": 2} for part in sections]
    contents += [{**heading, "lang": page.language} for heading in headings]
    return Body(rich=expanded, sections=sections, html=anchored, contents=contents)


def _sections(page: Any, rich: dict[str, SafeString]) -> list[dict[str, Any]]:
    """Return the texts that stand under the name of their field, in the reader's language."""
    return [
        {"id": name.replace("_", "-"), "label": _heading(page, name), "html": rich[name]}
        for name in page.section_fields
        if name in rich
    ]


def _rich_names(page: Any) -> list[str]:
    return [field.name for field in page._meta.get_fields() if type(field).__name__ == "RichTextField"]


def _prepare_images(stream: Any) -> None:
    """Read the sizes of all pictures of a text by one statement."""
    images = [block.value["image"] for block in stream or [] if block.block_type == "image" and block.value["image"]]
    sizes = SiteRendition.objects.filter(filter_spec__in=IMAGE_SIZES)
    prefetch_related_objects(images, Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions"))


def _heading(page: Any, name: str) -> str:
    return capfirst(str(page._meta.get_field(name).verbose_name))


def _with_anchors(html: str, *, taken: set[str]) -> tuple[SafeString, list[dict[str, Any]]]:
    """Give every heading an address of its own, none of those taken, and list them."""
    contents: list[dict[str, Any]] = []

    def anchor(match: re.Match[str]) -> str:
        level, attributes, inner = match.groups()
        text = unescape(strip_tags(inner)).strip()
        name = _free(slugify(text)[:60] or "section", taken)
        contents.append({"id": name, "text": text, "level": int(level)})
        return f'<h{level} id="{name}"{attributes}>{inner}</h{level}>'

    return mark_safe(_HEADING.sub(anchor, html)), contents  # noqa: S308  rendered templates


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name
