"""Thematic platforms: membership, roles and permissions, the directory."""
