"""What people find hard to use: a form that needs no account, a list for administrators, an answer, an end."""
