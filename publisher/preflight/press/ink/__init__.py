"""Colours, inks, and how much of them."""
