"""Pages of forums: lists, a topic, writing, one's own posts, and what stands above a topic."""
