"""Wagtail: home, news, handbook, funded-project pages and plain pages."""
