"""Mails sent at once: ten minutes after the event, with the text of that moment; at most twenty a day each."""
