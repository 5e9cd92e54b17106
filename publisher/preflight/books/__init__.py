"""Checks of finished EPUBs: their form, what judges from outside say, and what places in them are called."""
