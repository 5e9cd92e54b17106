"""Drop capitals: which letter of an article is set as one, how large, and where it stands in the markup."""

import regex

from publisher.fonts import face_of, metrics
from publisher.model import Article, Paragraph, Role
from publisher.theme.tokens import Theme
from publisher.walk import plain_text
from publisher.writers.pages.balance import fit

_MM = 72 / 25.4
#: What a text opens with: a quotation mark, and a letter that has a small form.
_LETTER = regex.compile(r"[“„«‘‚\"']?\p{Lu}\p{M}*")
#: The first paragraph of running text, and the elements of letters it may open with.
_OPENING = regex.compile(r"<p(?: (?:id|lang|xml:lang|dir|data-leaf)=\"[^\"]*\")*>(?:<(?:a|abbr|b|em|strong)\b[^>]*>)*+")


def initial_letter(article: Article, theme: Theme) -> str:
    """The first letter of *article*, with the quotation mark before it, as its theme sets it; "" where it sets none.

    A text opens with one if it begins with a paragraph of more lines than the letter is deep.
    """
    first = article.body[0] if article.body else None
    if not theme.form.initial or not isinstance(first, Paragraph) or first.role is not Role.BODY:
        return ""
    dateline = article.metadata.dateline.raw if article.metadata.dateline else ""
    words = dateline + plain_text(first.inlines)
    found = _LETTER.match(words)
    column = theme.page.column * _MM
    return found[0] if found and fit(words, theme.role.body, theme, column).lines > theme.form.initial else ""


def initial_size(theme: Theme) -> float:
    """The size (pt) that makes a capital as high as its lines: from the last one's baseline to the first one's top."""
    body = theme.role.body
    height = (theme.form.initial - 1) * body.leading + metrics(face_of(body, theme)).capital * body.size
    return height / metrics(face_of(theme.role.headline, theme)).capital


def with_initial(markup: str, letter: str) -> str:
    """The markup of a text with its first *letter* in an element of its own, of the class ``initial``."""
    opening = _OPENING.match(markup)
    if not letter or not opening or not markup.startswith(letter, opening.end()):
        return markup
    end = opening.end() + len(letter)
    return f'{opening[0]}<span class="initial">{letter}</span>{markup[end:]}'
