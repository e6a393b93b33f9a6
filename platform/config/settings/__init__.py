"""Settings of the two shapes (embedded, production) and of the tests; `base` holds what they share."""
