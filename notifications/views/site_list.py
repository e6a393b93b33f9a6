"""A member's list. Opening it changes nothing; lines are marked read by a POST, one by one or all that were shown."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from core.viewer import viewer_of
from notifications.models import Notification
from notifications.paging import list_page
from notifications.services.site_list import mark_all_read, mark_read
from notifications.words import Words

MANY = 2**63 - 1


@login_required
@never_cache
@require_safe
def notification_list(request: HttpRequest) -> HttpResponse:
    """Show her lines, the latest first."""
    page = list_page(Notification.objects.filter(person_id=request.user.pk), before=request.GET.get("before", ""))
    words = Words.of_page(page.rows, viewer_of(request))
    lines = [words.line(row) for row in page.rows]
    context = {
        "lines": [line for line in lines if line.shown or line.row.read_at is None],
        "newest": max((row.pk for row in page.rows), default=0),
        "pager": {"older": f"?before={page.older}" if page.older else ""},
    }
    return render(request, "notifications/list.html", context)


@login_required
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one line as read; a script that sends it along gets no page."""
    if pk > MANY or mark_read(request.user.pk or 0, pk=pk) is None:
        raise Http404
    if request.POST.get("quiet"):
        return HttpResponse(status=204)
    return redirect("notifications:list")


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark everything as read that stood on the page, and what is older."""
    newest = request.POST.get("newest", "")
    up_to = int(newest) if newest.isdecimal() and len(newest) < 19 else None
    if mark_all_read(request.user.pk or 0, up_to=up_to):
        messages.success(request, _("Everything is marked as read."))
    return redirect("notifications:list")
