"""Pages of mails: what was written in the trial, and samples of all there are."""
