"""Pages of the operator in Wagtail's admin. Every view asks for an administrator; nobody else is told they exist."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.forms import SiteSettingsForm
from core.outbox.dispatch import retry
from core.outbox.operator import numbers, retry_all, stuck_deliveries
from core.site import raise_epoch, site_settings

View = Callable[..., HttpResponse]
PAGE = 50


def administrators_only(view: View) -> View:
    """Answer 404 to everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_superuser:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@administrators_only
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Show what is stuck, and why."""
    page = Paginator(stuck_deliveries(), PAGE).get_page(request.GET.get("page"))
    return render(request, "core/admin_outbox.html", {"numbers": numbers(), "page": page, "header_title": _("Outbox")})


@administrators_only
@require_POST
def outbox_retry(request: HttpRequest) -> HttpResponse:
    """Try one stuck delivery again, or all of them."""
    pk = request.POST.get("delivery", "")
    count = retry_all() if pk == "all" else retry([int(pk)] if pk.isascii() and pk.isdigit() and len(pk) < 19 else [])
    messages.success(
        request, ngettext("%(n)d will be tried again.", "%(n)d will be tried again.", count) % {"n": count}
    )
    return redirect("core_outbox")


@administrators_only
@require_http_methods(["GET", "POST"])
def network(request: HttpRequest) -> HttpResponse:
    """Edit the settings of the network; a change makes every kept page stale."""
    form = SiteSettingsForm(request.POST or None, instance=site_settings())
    if request.method == "POST" and form.is_valid():
        form.save()
        raise_epoch()
        messages.success(request, _("Saved."))
        return redirect("core_network")
    context = {"form": form, "header_title": _("Network")}
    return render(request, "core/admin_network.html", context, status=422 if form.is_bound else 200)
