"""The markers that numbered lists show (CSS Counter Styles 3, § 6): words of the page that aren't the copy's."""

from publisher.model import NumberStyle

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def marker(number: int, style: NumberStyle) -> str:
    """The marker of item *number* (from 1) in *style*: ``3``, ``c``, ``iii``."""
    if number < 1 or style == "decimal":
        return str(number)
    written = _roman(number) if style.endswith("roman") else _letters(number)
    return written.upper() if style.startswith("upper") else written


def _letters(number: int) -> str:
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def _roman(number: int) -> str:
    if number > 3999:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written
