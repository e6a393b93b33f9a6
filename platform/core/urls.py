"""Unprefixed addresses of files."""

from django.urls import path

from core.views import files

app_name = "core"
urlpatterns = [
    path("upload/", files.upload, name="upload"),
    path("<int:pk>/preview/", files.preview, name="preview"),
    path("<int:pk>/<str:name>", files.file, name="file"),
]
