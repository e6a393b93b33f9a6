"""The operator's page about search in Wagtail's admin: what waits for the engine, what it refused, and why."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.views.operator import PAGE, administrators_only
from search.queue import troubled, try_again, waiting


@administrators_only
@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """Show how many entries wait, and those that were tried in vain with the last error."""
    page = Paginator(troubled(), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "waiting": waiting().count(), "header_title": _("Search index")}
    return render(request, "search/admin_entries.html", context)


@administrators_only
@require_POST
def entries_retry(request: HttpRequest) -> HttpResponse:
    """Try one entry again, or all of them."""
    pk = request.POST.get("entry", "")
    known = pk.isascii() and pk.isdigit() and len(pk) < 19
    count = try_again() if pk == "all" else try_again([int(pk)] if known else [])
    messages.success(
        request, ngettext("%(n)d will be tried again.", "%(n)d will be tried again.", count) % {"n": count}
    )
    return redirect("search_entries")
