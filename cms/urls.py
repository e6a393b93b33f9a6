"""Pages, below the language prefix: everything that no other route took."""

from django.urls import re_path

from cms.views import pages

urlpatterns = [re_path(r"^((?:[\w\-]+/)*)$", pages.serve, name="wagtail_serve")]
