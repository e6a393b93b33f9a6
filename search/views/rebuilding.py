"""The page on which an administrator builds the search index anew and watches it. Nobody else is told it exists."""

from typing import Any

from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from kombu.exceptions import OperationalError

from core import jobs
from core.kinds import all_kinds
from core.views.operator import administrators_only
from search.models import SearchEntry
from search.queue import waiting
from search.tasks import REBUILD, rebuild_index


@administrators_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rebuilding(request: HttpRequest) -> HttpResponse:
    """Show how the last rebuild goes or went; POST begins one unless one is open."""
    if request.method != "POST":
        context = {"job": jobs.latest(REBUILD), "waiting": waiting().count(), **_found()}
        return render(request, "search/rebuild.html", context)
    job, new = jobs.begin(REBUILD)
    if new:
        transaction.on_commit(lambda: _send(job.pk))
    return redirect("search:rebuild")


def _found() -> dict[str, Any]:
    """Return how many items of each kind can be found, for a statistic: the most first."""
    rows = SearchEntry.objects.exclude(digest="").values_list("kind").annotate(number=Count("pk")).order_by("-number")
    names = {kind.code: str(kind.name_plural) for kind in all_kinds()}
    points = [{"label": names.get(code, code), "value": number} for code, number in rows]
    return {"points": points, "total": sum(number for _code, number in rows)}


def _send(pk: int) -> None:
    """Hand the job to a worker; without a broker it fails at once instead of waiting for nobody."""
    try:
        rebuild_index.apply_async([pk], retry=False)
    except (OperationalError, OSError) as error:
        jobs.fail(pk, f"{type(error).__name__}: {error}")
