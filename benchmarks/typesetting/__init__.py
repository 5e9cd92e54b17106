"""How lines are set: ours beside those of stock WeasyPrint and of Typst, from the same texts in the same measure."""
