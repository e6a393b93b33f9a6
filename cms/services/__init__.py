"""What is done with pages: finding the one that answers an address, what it shows, and what follows from a change."""
