"""The plain text of streams and rich text, for search and excerpts."""

from typing import Any

from wagtail.rich_text import get_text_for_indexing


def rich_to_plain(source: str) -> str:
    """Return the words of a rich text."""
    return str(get_text_for_indexing(source)) if source else ""


def plain_text(stream: Any) -> str:
    """Return the words of every block of a stream, one paragraph each."""
    if not stream:
        return ""
    return "\n".join(str(text) for text in stream.stream_block.get_searchable_content(stream) if text)
