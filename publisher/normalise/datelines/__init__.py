"""Where and when a story was written."""
