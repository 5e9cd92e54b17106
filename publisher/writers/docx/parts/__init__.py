"""The parts of the file, and what stands around the articles."""
