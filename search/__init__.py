"""One search over every kind of item."""
