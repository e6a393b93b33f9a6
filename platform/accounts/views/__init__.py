"""HTTP about people."""
