"""How a finished PDF is set, read from where its glyphs stand: lines, columns, paragraphs, and what is wrong there."""
