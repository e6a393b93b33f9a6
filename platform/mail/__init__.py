"""The outgoing row, transport, suppression and bounces. Knows nothing of what a mail is about."""
