"""Checks of EPUBs."""
