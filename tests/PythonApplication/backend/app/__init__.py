"""A list of books to read."""
