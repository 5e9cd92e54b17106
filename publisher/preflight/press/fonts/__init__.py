"""Fonts as a press needs them."""
