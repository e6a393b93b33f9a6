"""The first words of our own addresses, read from the routes: a page directly below home may not have one."""

from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern

SERVE = "wagtail_serve"


@cache
def route_words() -> frozenset[str]:
    """Return every literal first segment of an address under the language prefix."""
    below_prefix = [
        pattern
        for resolver in get_resolver().url_patterns
        if isinstance(resolver, URLResolver) and isinstance(resolver.pattern, LocalePrefixPattern)
        for pattern in resolver.url_patterns
    ]
    return frozenset(word for pattern in below_prefix for word in _first_words(pattern) if word)


def _first_words(pattern: URLPattern | URLResolver) -> set[str]:
    text = _literal(pattern.pattern)
    if "/" in text or (text and isinstance(pattern, URLPattern)):
        return {text.split("/", maxsplit=1)[0]}
    if isinstance(pattern, URLResolver) and not text:
        return {word for inner in pattern.url_patterns for word in _first_words(inner)}
    return set()


def _literal(pattern: Any) -> str:
    """Return what stands before the first variable part."""
    if isinstance(pattern, RoutePattern):
        return str(pattern).split("<", maxsplit=1)[0]
    return ""
