"""Serves pictures and documents to those who satisfy their audience; to others they are not there."""

import mimetypes
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from cms.models import SiteDocument, SiteImage, SiteRendition
from cms.models.files import NAMELESS
from core.audiences import PUBLIC

PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"}
INLINE = {"application/pdf", "text/plain", *PICTURES}
PUBLIC_CACHE = "public, max-age=3600"
PRIVATE_CACHE = "private, no-store"


@require_safe
def media(request: HttpRequest, path: str) -> FileResponse:
    """Send a picture of the website; nothing else lies open in the media folder."""
    picture = _picture(path)
    kind = mimetypes.guess_type(path)[0] or ""
    if picture is None or kind not in PICTURES or not _may(request, picture):
        raise Http404
    return _send(path, kind=kind, audience=picture.audience_id, name=PurePosixPath(path).name)


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> FileResponse:
    """Send a document under its own name."""
    found = SiteDocument.objects.filter(pk=document_id).first()
    if found is None or document_filename not in {found.filename, NAMELESS} or not _may(request, found):
        raise Http404
    kind = mimetypes.guess_type(found.filename)[0] or "application/octet-stream"
    return _send(found.file.name, kind=kind, audience=found.audience_id, name=found.filename)


def _picture(path: str) -> Any:
    """Return the picture whose file or size lies at the path, or None."""
    rendition = SiteRendition.objects.filter(file=path).select_related("image").first()
    return rendition.image if rendition else SiteImage.objects.filter(file=path).first()


def _may(request: HttpRequest, item: Any) -> bool:
    """Readers by the audience; editors see in the administration what they look after."""
    viewer: Any = request.viewer  # type: ignore[attr-defined]  # ViewerMiddleware
    if viewer.satisfies(item.audience_id):
        return True
    policy = policy_registry.get_by_type(type(item))
    return viewer.is_member and bool(policy.user_has_permission_for_instance(request.user, "change", item))


def _send(path: str, *, kind: str, audience: str, name: str) -> FileResponse:
    try:
        file = default_storage.open(path)
    except (FileNotFoundError, OSError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=kind, as_attachment=kind not in INLINE, filename=name)
    response.headers["Cache-Control"] = PUBLIC_CACHE if audience == PUBLIC else PRIVATE_CACHE
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
