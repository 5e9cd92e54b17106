"""pandoc's tree becomes the model, node by node."""
