"""Pages of messages: the form for everybody, the thanks, and the administrators' list."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.origin import network_print
from core.ratelimit import allow
from core.typed import clean
from core.views.operator import administrators_only
from feedback.forms import LENGTHS, FeedbackForm
from feedback.models import Feedback, FeedbackState
from feedback.services import mark_answered, mark_new, send_feedback

PAGE = 30


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Ask what is hard to use; `?page=` is the address from which somebody came."""
    start = {"page": clean(request.GET.get("page", ""))[: LENGTHS["page"]]}
    form = FeedbackForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid() and (form.is_from_robot or _may_write(request, form)):
        if not form.is_from_robot:
            language = (get_language() or "cs").split("-")[0]
            send_feedback(language=language, **form.message)
        return redirect("feedback:sent")
    return render(request, "feedback/write.html", {"form": form}, status=422 if form.errors else 200)


def _may_write(request: HttpRequest, form: FeedbackForm) -> bool:
    if allow("feedback", who=f"ip:{network_print(request, purpose='feedback')}"):
        return True
    form.add_error(None, ValidationError(_("That was too often. Please try again later.")))
    return False


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Thank, the same to everybody."""
    return render(request, "feedback/sent.html")


@administrators_only
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show the messages, those that wait first; `?state=` shows one state alone."""
    state = request.GET.get("state", "")
    rows = Feedback.objects.select_related("answered_by").order_by("-state", "-created_at", "-pk")
    if state in FeedbackState.values:
        rows = rows.filter(state=state)
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "states": [(code, label, code == state) for code, label in [("", _("all")), *FeedbackState.choices]],
        "state": state if state in FeedbackState.values else "",
        "header_title": _("Accessibility feedback"),
    }
    return render(request, "feedback/admin_list.html", context)


@administrators_only
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a message as answered, or put it back."""
    row = get_object_or_404(Feedback, pk=pk)
    changed = mark_answered(row, by=request.user) if request.POST.get("answered") else mark_new(row)
    if changed:
        messages.success(request, _("Saved."))
    return redirect("feedback_list")
