"""What a Word document is like for those who read it by other means than looking."""
