"""Addresses on the web that a finished file may link to."""

import re
from urllib.parse import quote, urlsplit

#: Schemes a file may link to; a relative address, a file or a script leads nowhere outside its source.
SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
#: What a URL may hold as it is, beside letters and figures (RFC 3986, § 2.2 and 2.3, without brackets).
_SAFE = "/?:@!$&'()*+,;=-._~%"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NO_LOCATION = re.compile(r"[\x00-\x20\"#%/<>?\\^`{|}\x7f-\xa0]")


def web_address(target: str) -> str | None:
    """*target* as a valid absolute URL of a scheme that a file may link to, or None."""
    url = re.sub(r"[\t\n\r]", "", target.strip())
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
        if ":" not in host:  # an IPv6 address
            host.encode("idna").decode("idna")
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in SCHEMES:
        return None
    if scheme in ("mailto", "tel"):
        return _encoded(url) if parts.path else None
    if not host or _NO_LOCATION.search(parts.netloc):
        return None
    start, location, rest = url.partition(parts.netloc)
    return start + location + _encoded(rest)


def _encoded(url: str) -> str:
    before, mark, fragment = _LONE_PERCENT.sub("%25", url).partition("#")
    return quote(before, _SAFE) + mark + quote(fragment, _SAFE)
