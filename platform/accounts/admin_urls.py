"""Addresses under /admin/ that stand before Wagtail's own: signing in, passwords, and bulk changes of people."""

from django.urls import path, re_path

from accounts.views import admin

urlpatterns = [
    path("login/", admin.login, name="admin-login"),
    path("account/", admin.account, name="admin-account"),
    re_path(r"^password_reset/(?P<rest>.*)$", admin.password_reset, name="admin-password-reset"),
    path("bulk/accounts/user/<str:action>/", admin.gone, name="admin-bulk-people"),
]
