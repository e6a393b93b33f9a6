"""The sheet of keyboard shortcuts. static/js/shortcuts.js obeys them when a person has switched them on, WCAG 2.1.4."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

# What is pressed, one after the other, and what it does. The script knows the same keys; a test compares them.
SHORTCUTS = (
    (("j",), _("To the next topic, post or result")),
    (("k",), _("To the one before")),
    (("r",), _("Reply")),
    (("/",), _("Search")),
    (("g", "h"), _("To the home page")),
    (("g", "t"), _("To the discussions")),
    (("g", "p"), _("To the platforms")),
    (("g", "n"), _("To my notifications")),
    (("?",), _("Show this sheet")),
)


@require_safe
def shortcuts(request: HttpRequest) -> HttpResponse:
    """Show which keys do what, and the switch."""
    return render(request, "core/shortcuts.html", {"shortcuts": SHORTCUTS})
