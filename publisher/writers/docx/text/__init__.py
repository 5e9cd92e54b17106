"""What the articles say, as WordprocessingML."""
