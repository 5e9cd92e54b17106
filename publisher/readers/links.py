"""Where a link in a source may lead: to a name in the bulletin, or to an address that a reader can reach."""

import re

from publisher.report import Report, Where

#: Schemes that a reader of the bulletin can follow; a script, a file or data is nothing to follow.
SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# What may stand around an address by oversight.
_AROUND = " \t\r\n\xa0\u200b\u200e\u200f\ufeff"
# The name of another article and the name in it.
_IN_BULLETIN = re.compile(r"[\w-]*#[^#]+")


def safe_target(url: str, report: Report, where: Where) -> str | None:
    """*url* if a link may have it as its target; else None, with a finding."""
    bare = url.strip(_AROUND)
    scheme = _SCHEME.match(bare)
    if scheme and scheme[1].lower() in SCHEMES:
        return bare
    if _IN_BULLETIN.fullmatch(bare):
        return bare
    report.add(
        "link.dropped",
        f"the link to “{_short(url)}” leads nowhere in print; its words are kept without it",
        where,
        "give the whole address, beginning with https://, or #name of a heading in the same text",
    )
    return None


def _short(url: str) -> str:
    return url if len(url) <= 80 else f"{url[:79]}…"
