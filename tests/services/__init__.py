"""Real PostgreSQL, Redis and Elasticsearch for the tests; nothing here reaches a server it did not start."""
