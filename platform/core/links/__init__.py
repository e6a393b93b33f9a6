"""Relations between any two items: added on the item's page, confirmed by who answers for an end, or found in texts."""
