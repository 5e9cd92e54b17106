"""Sources that are packages: documents of office programs, books."""
