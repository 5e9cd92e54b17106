"""The print PDF, part by part."""
