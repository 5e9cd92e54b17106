"""A document as pandoc gives it: the tree, its version, its metadata; and what pandoc had to say."""

import msgspec

from publisher.readers.pandoc.tree import Block, Inline

#: The version of the tree that is read here; further numbers only add to it.
API = (1, 23)


class _Meta(msgspec.Struct, frozen=True, tag_field="t", tag=str):
    """A value of the metadata; its JSON has ``"t"``, the class name."""


class MetaMap(_Meta, frozen=True):
    """Keys and values."""

    c: dict[str, "MetaValue"]


class MetaList(_Meta, frozen=True):
    """Several values."""

    c: tuple["MetaValue", ...]


class MetaBool(_Meta, frozen=True):
    """Yes or no."""

    c: bool


class MetaString(_Meta, frozen=True):
    """Plain characters."""

    c: str


class MetaInlines(_Meta, frozen=True):
    """Words with markup."""

    c: tuple[Inline, ...]


class MetaBlocks(_Meta, frozen=True):
    """Paragraphs."""

    c: tuple[Block, ...]


MetaValue = MetaMap | MetaList | MetaBool | MetaString | MetaInlines | MetaBlocks


class Document(msgspec.Struct, frozen=True, rename={"version": "pandoc-api-version"}):
    """What pandoc read."""

    version: tuple[int, ...]
    meta: dict[str, MetaValue]
    blocks: tuple[Block, ...]


class Remark(msgspec.Struct, frozen=True):
    """An entry of pandoc's log; *line* is that of its input, from 1."""

    type: str
    verbosity: str
    pretty: str
    line: int | None = None
    contents: str = ""
