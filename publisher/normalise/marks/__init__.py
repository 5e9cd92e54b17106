"""Quotation marks, dashes and blanks as each language sets them."""
