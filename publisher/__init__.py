"""Takes raw news copy to the press: one model, one theme, print PDF, screen PDF, DOCX and EPUB."""
