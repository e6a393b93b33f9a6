"""Pages of notifications: HTTP only."""
