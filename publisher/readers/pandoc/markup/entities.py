"""Entities that a document declares: a few lines of them fill the memory, or fetch files; no text needs them."""

import re

_DECLARATION = re.compile(rb"<!ENTITY|<\0!\0E\0N\0T\0I\0T\0Y|\0<\0!\0E\0N\0T\0I\0T\0Y", re.IGNORECASE)


def declares_entities(data: bytes) -> bool:
    """Whether XML in *data* declares an entity, in UTF-8, UTF-16, or what has ASCII in it."""
    return _DECLARATION.search(data) is not None
