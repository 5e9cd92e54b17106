"""Measurements whose figures stand in the documents; each is called as a module."""
