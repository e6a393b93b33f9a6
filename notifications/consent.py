"""Which text people agreed to when they subscribed. Raised whenever the sentence of the form changes its meaning."""

TEXT_VERSION = "2026-11"
