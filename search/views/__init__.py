"""The page of search and the links around its results."""
