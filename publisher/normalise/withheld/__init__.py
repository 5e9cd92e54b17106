"""What must not be published, or not yet."""
