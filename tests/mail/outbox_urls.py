"""The site's addresses with those of the embedded shape."""

from django.urls import include, path

from config import urls

urlpatterns = [path("dev/", include("mail.dev_urls")), *urls.urlpatterns]
