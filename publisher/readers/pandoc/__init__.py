"""Sources with markup, read by pandoc: its tree becomes the model, and what the model has no word for is told."""
