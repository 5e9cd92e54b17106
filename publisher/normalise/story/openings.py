"""How a story begins: what its first blocks say, before any of them is moved."""

from publisher.model import Block, CodeBlock, Heading, ItemList, Paragraph, Quotation, Verse
from publisher.normalise.datelines.eastern import read_eastern_dateline
from publisher.normalise.datelines.form import LONGEST, read_dateline
from publisher.walk import plain_text


def text_of(block: Block) -> str:
    """The words of *block* as one line; those of a table are none."""
    match block:
        case Paragraph() | Heading():
            return plain_text(block.inlines)
        case Verse():
            return " ".join(plain_text(line) for line in block.lines)
        case CodeBlock():
            return block.text
        case ItemList():
            return " ".join(text_of(inner) for item in block.items for inner in item)
        case Quotation():
            return " ".join(map(text_of, block.blocks))
        case _:
            return ""


def opens_with_dateline(text: str) -> bool:
    """Whether *text* begins as ledes do: with an agency or date beside a place, or capitals and a dash."""
    head = text[: LONGEST * 2]
    found = read_eastern_dateline(head) or read_dateline(head)
    return bool(found and (found.is_vouched or (found.end == "dash" and found.is_capitals)))
