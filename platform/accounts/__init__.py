"""People: sign-in, profile, languages. Rows are never deleted; names are shown through the profile rules."""
