"""`/dev/outbox/`: the mails of the embedded shape, newest first. Not mounted in production."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mail.mark import shown
from mail.outbox import WrittenMail, all_mails, one_mail

# A mail's HTML is somebody else's page: no script, no form, nothing loaded; its own styles and its links work.
MAIL_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; "
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """List what was sent."""
    return render(request, "mail/outbox.html", {"mails": all_mails()})


@require_safe
def outbox_mail(request: HttpRequest, file: str, number: int) -> HttpResponse:
    """Show one mail: its headers, its text with working links, and the way to its HTML."""
    mail = _mail_or_404(file, number)
    context = {"mail": mail, "text": mail.part("plain"), "has_html": bool(mail.part("html"))}
    return render(request, "mail/outbox_mail.html", context)


@require_safe
def outbox_html(_request: HttpRequest, file: str, number: int) -> HttpResponse:
    """Serve a mail's HTML as a page of its own that may do nothing but show itself."""
    html = _mail_or_404(file, number).part("html")
    if not html:
        raise Http404
    return HttpResponse(shown(html), headers={"Content-Security-Policy": MAIL_POLICY})


def _mail_or_404(file: str, number: int) -> WrittenMail:
    mail = one_mail(file, number)
    if mail is None:
        raise Http404
    return mail
