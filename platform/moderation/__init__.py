"""Reports on any kind of item, the queue, decisions with a reason."""
