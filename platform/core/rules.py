"""The two rules of reading that always exist. Their words are stored as keys, so they never change."""

PUBLIC = "public"
SITE = "site"
