"""Files and the sitemap, without a language. The restrictions of wagtail that we do not use answer with 404."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse  # noqa: TID251  the one view that only says "not here"
from django.urls import path

from cms.views import files, sitemap


def gone(request: HttpRequest, **_: Any) -> HttpResponse:
    """Answer for what is switched off: reading is decided by audiences."""
    raise Http404


urlpatterns = [
    path("media/<path:path>", files.media, name="media"),
    path("documents/<int:document_id>/<str:document_filename>", files.document, name="wagtaildocs_serve"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("admin/pages/<int:page_id>/privacy/", gone),
    path("admin/collections/<int:collection_id>/privacy/", gone),
]
