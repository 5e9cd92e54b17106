"""What a page draws, read as a press reads it."""
