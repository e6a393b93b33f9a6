"""Digests: when one is due, what is in it, and how it becomes a mail."""
