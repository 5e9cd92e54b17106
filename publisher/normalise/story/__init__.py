"""Each part of a story in its role."""
