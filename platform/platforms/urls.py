"""Addresses under /<language>/platforms/."""

from django.urls import path

from platforms.views import directory, joining, platforms

app_name = "platforms"
urlpatterns = [
    path("", platforms.platform_list, name="list"),
    path("new/", platforms.platform_new, name="new"),
    path("directory/", directory.directory, name="directory"),
    path("memberships/<int:pk>/", joining.membership_edit, name="membership"),
    path("memberships/<int:pk>/decide/", joining.membership_decide, name="decide"),
    path("<slug:slug>/", platforms.platform_page, name="platform"),
    path("<slug:slug>/people/", platforms.platform_people, name="people"),
    path("<slug:slug>/edit/", platforms.platform_edit, name="edit"),
    path("<slug:slug>/join/", joining.platform_join, name="join"),
    path("<slug:slug>/leave/", joining.platform_leave, name="leave"),
]
