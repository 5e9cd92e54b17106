"""Whether all formats hold the same: what a file has beside its words, read back and held against the model."""
