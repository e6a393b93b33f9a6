"""Answers of the website: pages, files, the sitemap."""
