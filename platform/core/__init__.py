"""What every app needs and nobody owns: kinds of item, audiences, viewer, outbox, links, texts. Knows no other app."""
