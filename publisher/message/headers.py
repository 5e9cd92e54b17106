"""Headers beyond ASCII, folded so that no blank is lost: the library's own folding drops some between its pieces."""

from email.header import Header
from email.headerregistry import Address
from email.policy import EmailPolicy
from typing import Any

_LINE_END = "\r\n"


class Folding(EmailPolicy):
    """Headers as RFC 5322 and RFC 2047 want them; with ``utf8`` as RFC 6532 does."""

    def fold(self, name: str, value: str) -> str:
        """A header as it goes over the line."""
        return self._own(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: str) -> bytes:
        """The same in bytes."""
        return self._own(name, value).encode() or super().fold_binary(name, value)

    def _own(self, name: str, value: Any) -> str:
        """A header of words or addresses; empty where the library folds it well."""
        if self.utf8 or str(value).isascii():
            return ""
        if addresses := getattr(value, "addresses", ()):
            return f"{name}: {f',{_LINE_END} '.join(_address(address, name) for address in addresses)}{_LINE_END}"
        return f"{name}: {_encoded(value, name)}{_LINE_END}" if name == "Subject" else ""


def _address(address: Address, name: str) -> str:
    if address.display_name.isascii():
        return str(address)
    return f"{_encoded(address.display_name, name)}{_LINE_END} <{address.addr_spec}>"


def _encoded(words: str, name: str) -> str:
    """*words* as encoded words, blanks inside them: between two of them they are only how the header is folded."""
    return Header(words, "utf-8", header_name=name).encode(linesep=_LINE_END)
