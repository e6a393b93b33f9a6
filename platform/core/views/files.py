"""Serves attachments to those who may see their item, and takes uploads. Nothing served here can run as a page."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_POST, require_safe

from core.attachments.fields import AttachmentsField, input_context
from core.attachments.shown import visible_attachment
from core.attachments.types import TYPES
from core.models import Attachment


@require_safe
def file(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Answer the file: pictures inside the page, all else as a download; 404 for what is not there for the viewer."""
    attachment = _visible(request, pk)
    file_type = TYPES[attachment.type]
    return _answer(request, attachment, field="file", mime=file_type.mime, inline=file_type.is_image)


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer the small picture for lists."""
    attachment = _visible(request, pk)
    if not attachment.preview:
        raise Http404
    return _answer(request, attachment, field="preview", mime="image/webp", inline=True)


@require_POST
@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """Take files at once when they are chosen (htmx) and answer their rows, with errors beside them."""
    name = request.POST.get("attachments_field", "attachments")
    files = request.FILES.getlist(name)[: settings.ATTACHMENTS_PER_ITEM]
    taken, errors = AttachmentsField().bind_to(request.user).take(files)
    context = input_context(name, input_id=request.POST.get("attachments_input", ""))
    messages = [message for error in errors for message in error.messages]
    return render(request, "core/attachments_taken.html", {**context, "rows": taken, "errors": messages})


def _visible(request: HttpRequest, pk: int) -> Attachment:
    attachment = visible_attachment(pk, request.viewer)  # type: ignore[attr-defined]  # ViewerMiddleware
    if attachment is None:
        raise Http404
    return attachment


def _answer(request: HttpRequest, attachment: Attachment, *, field: str, mime: str, inline: bool) -> HttpResponseBase:
    etag = quote_etag(f"{attachment.sha256}-{field}")
    response: Any = get_conditional_response(request, etag=etag)
    if response is None or response.status_code != 304:
        try:
            content = getattr(attachment, field).open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        response = FileResponse(content, as_attachment=not inline, filename=attachment.name, content_type=mime)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
