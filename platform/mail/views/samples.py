"""`/styleguide/mails/`: every mail with a sample, in the language of the page; open to whom the style guide is open."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.views.styleguide import may_look
from mail.mark import shown
from mail.samples import Sample, all_samples, sample
from mail.views.outbox import MAIL_POLICY


@require_safe
def samples(request: HttpRequest) -> HttpResponse:
    """List the mails by their templates."""
    if not may_look(request):
        raise Http404
    rows = [(each, each.render(get_language() or "")[0]) for each in all_samples()]
    groups = [(template, list(group)) for template, group in groupby(rows, key=lambda row: row[0].template)]
    return render(request, "mail/samples.html", {"groups": groups})


@require_safe
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one mail: its subject, its text, and the way to its HTML."""
    subject, text, _ = _sample_or_404(request, slug).render(get_language() or "")
    return render(request, "mail/sample.html", {"slug": slug, "subject": subject, "text": text})


@require_safe
def html(request: HttpRequest, slug: str) -> HttpResponse:
    """Serve its HTML as a page of its own that may do nothing but show itself."""
    page = _sample_or_404(request, slug).render(get_language() or "")[2]
    return HttpResponse(shown(page), headers={"Content-Security-Policy": MAIL_POLICY})


def _sample_or_404(request: HttpRequest, slug: str) -> Sample:
    found = sample(slug) if may_look(request) else None
    if found is None:
        raise Http404
    return found
