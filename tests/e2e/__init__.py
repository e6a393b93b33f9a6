"""Journeys in a real browser against a real server. Everything is driven through pages, nothing through the ORM."""
