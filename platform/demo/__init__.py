"""Demo content, loaded through the services and the outbox, never by finished rows."""
