"""What runs around every request: the content policy, clean input, the viewer."""
