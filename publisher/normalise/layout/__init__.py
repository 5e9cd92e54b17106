"""From lines to paragraphs, lists, tables and verse."""
