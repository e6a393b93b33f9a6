"""Forums, topics and posts."""
