"""Who follows what, at which of three levels."""
