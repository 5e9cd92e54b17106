"""The encoding that a page declares, believed only where its bytes agree."""

import codecs
import re

from publisher.formats import Source
from publisher.normalise.text.encoding import decode, is_mostly_utf8, read_mark, unify_line_ends
from publisher.report import Report

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_BEGINNING = 4096
#: Labels that browsers read as another encoding than they name (WHATWG Encoding, 4.2).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def decode_page(source: Source, report: Report) -> str:
    """The text of a page: in UTF-8 if it is that, else as it declares, else as is guessed."""
    data = source.data
    declared = _DECLARED.search(data, 0, _BEGINNING)
    if declared and not read_mark(data) and not is_mostly_utf8(data):
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            return unify_line_ends(data.decode(_MEANT.get(name, name)))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(source, report).text
