"""Every address of the site. Unprefixed: /go, /admin, /health, /mail, files. The rest stands under /<language>/."""

from typing import Any

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog
from wagtail.admin import urls as wagtailadmin_urls

from core.views import go, health, preferences, shortcuts, styleguide

urlpatterns: list[Any] = [
    path("", preferences.front, name="front"),
    path("go/<slug:kind>/<int:pk>/", go.go, name="go"),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("theme/", preferences.set_theme, name="theme"),
    path("files/", include("core.urls")),
    path("drafts/", include("core.draft_urls")),
    path("mail/", include("notifications.mail_urls")),
    path("mail/", include("mail.urls")),
    path("", include("cms.file_urls")),
    path("admin/", include("accounts.admin_urls")),
    path("admin/", include(wagtailadmin_urls)),
]
if settings.MOSTY_EMBEDDED:
    urlpatterns.append(path("dev/", include("mail.dev_urls")))

urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
    path("jsi18n/", JavaScriptCatalog.as_view(), name="jsi18n"),
    path("styleguide/mails/", include("mail.sample_urls")),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("shortcuts/", shortcuts.shortcuts, name="shortcuts"),
    path("links/", include("core.link_urls")),
    path("", include("accounts.urls")),
    path("follow/", include("following.urls")),
    path("organisations/", include("organisations.urls")),
    path("platforms/", include("platforms.urls")),
    path("moderation/", include("moderation.urls")),
    path("feedback/", include("feedback.urls")),
    path("search/", include("search.urls")),
    path("notifications/", include("notifications.urls")),
    path("", include("vocabulary.urls")),
    path("", include("forums.urls")),
    path("", include("cms.urls")),
    prefix_default_language=True,
)
