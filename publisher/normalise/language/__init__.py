"""The language of a text and of its passages."""
