"""Saved web pages: the article among navigation, notices and teasers, in the page's own markup.

trafilatura says which words are the article; what holds none of them is taken out of the page. Nothing is ever fetched.
"""

import logging
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from publisher.readers.letters import letters

#: What only a site puts around its articles; one of them must be there.
_STRONG = (
    ".//meta[starts-with(@property, 'og:')] | .//script[contains(@type, 'ld+json')]",
    ".//link[@rel='canonical']",
    "(.//nav | .//*[@role='navigation'])//a[@href and not(starts-with(@href, '#'))]",
    "(.//header[not(ancestor::article)] | .//*[@role='banner'])//a[@href and not(starts-with(@href, '#'))]",
    ".//form[.//input]",
)
#: What other pages may have as well.
_WEAK = (".//footer[not(ancestor::article)] | .//*[@role='contentinfo']", ".//script[@src]", ".//iframe")
#: So many of both make a page of a site.
_FEWEST_SIGNS = 2
#: An article has so many words at least, and letters at most; pages of more elements are read as they are.
_FEWEST_WORDS, _MOST_LETTERS, _MOST_ELEMENTS = 25, 200_000, 20_000
#: Fewer letters than these stand in any article by chance: they must be a line of it.
_CHANCE = 15
#: No article was saved later, whatever the clock says.
_LATEST = "2199-12-31"
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
    )
)  # fmt: skip
_SHOWN = frozenset(("img", "picture", "figure", "svg"))


class Article(NamedTuple):
    """The article as a page of its own, and how many of the words of the whole page it has."""

    text: str
    kept: int
    whole: int


class _Found(NamedTuple):
    """What trafilatura says: the article's words, and what is known of it."""

    words: str
    title: str | None
    authors: tuple[str, ...]
    date: str | None
    language: str | None


def article_of(text: str) -> Article | None:
    """The article in the page *text*; None where it is plain copy in HTML, or no article can be told from the rest."""
    root = _parsed(text)
    if root is None or not is_of_site(root):
        return None
    found = _found(text)
    body = next(root.iter("body"), None)
    if found is None or body is None:
        return None
    whole = _count(body)
    article = _pruned(body, found.words)
    if article is None:
        return None
    return Article(_page(article, found, root), _count(article), whole)


def is_of_site(root: HtmlElement) -> bool:
    """Whether the page has what sites put around an article."""
    strong, weak = (sum(1 for sign in signs if root.xpath(f"boolean({sign})")) for signs in (_STRONG, _WEAK))
    return strong > 0 and strong + weak >= _FEWEST_SIGNS


def _parsed(text: str) -> HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    return root if sum(1 for _ in root.iter()) <= _MOST_ELEMENTS else None


def _count(element: HtmlElement) -> int:
    silent = {"script", "style", "noscript", "template"}
    texts = element.xpath(".//text()")
    return sum(len(str(text).split()) for text in texts if text.getparent().tag not in silent)


def _found(text: str) -> _Found | None:
    """What trafilatura takes for the article; None where it finds none, or stumbles."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    try:
        found = bare_extraction(
            text, fast=True, include_comments=False, include_tables=True, deduplicate=False, with_metadata=True,
            date_extraction_params=dates,
        )  # fmt: skip
    except Exception:
        return None
    if found is None or isinstance(found, dict) or len((found.text or "").split()) < _FEWEST_WORDS:
        return None
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return _Found(found.text or "", found.title, authors, found.date, found.language)


def _pruned(body: HtmlElement, words: str) -> HtmlElement | None:
    """What holds the article, without the blocks that have none of its *words*; None if nothing is left."""
    lines = frozenset(map(letters, words.split("\n")))
    whole = letters(words)
    leaves = _leaves(body)
    kept = [
        leaf for leaf in leaves if (said := _said(leaf)) and (said in lines or (len(said) >= _CHANCE and said in whole))
    ]
    if not kept or len(whole) > _MOST_LETTERS:
        return None
    holder = _common(kept)
    chosen = set(kept)
    inside = [leaf for leaf in leaves if leaf is not holder and holder in leaf.iterancestors()]
    if not inside:
        return holder
    first, last = (inside.index(leaf) for leaf in (kept[0], kept[-1]))
    for number, leaf in enumerate(inside):
        is_picture = not _said(leaf) and any(True for _ in leaf.iter(*_SHOWN)) and first <= number <= last
        is_title = leaf.tag == "h1"
        if leaf not in chosen and not is_picture and not is_title and not _is_caption(leaf):
            _drop(leaf, holder)
    return holder


def _drop(leaf: HtmlElement, holder: HtmlElement) -> None:
    """Takes *leaf* out of *holder*, and what is left empty by it."""
    above = leaf.getparent()
    leaf.drop_tree()
    while above is not holder and not len(above) and not (above.text or "").strip():
        empty, above = above, above.getparent()
        empty.drop_tree()


def _leaves(body: HtmlElement) -> list[HtmlElement]:
    """The blocks that hold no other block, and what stands beside blocks without being one, such as a date."""
    holders = {above for element in body.iter(*_BLOCKS) for above in element.iterancestors()}
    return [
        element
        for element in body.iterdescendants()
        if element not in holders and (element.tag in _BLOCKS or element.getparent() in holders)
    ]


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" and next(element.getparent().iter("img"), None) is not None


def _said(element: HtmlElement) -> str:
    return letters(element.text_content())


def _common(elements: list[HtmlElement]) -> HtmlElement:
    """The innermost element that holds all of *elements*."""
    lines = [[*reversed([*element.iterancestors()]), element] for element in elements]
    common = lines[0]
    for line in lines[1:]:
        length = next((at for at, (one, two) in enumerate(zip(common, line, strict=False)) if one is not two), None)
        common = common[: min(len(common), len(line)) if length is None else length]
    return common[-1]


def _page(article: HtmlElement, found: _Found, root: HtmlElement) -> str:
    """*article* as a page whose head says what is known of it."""
    language = found.language or root.get("lang")
    opening = f'<html lang="{escape(language)}">' if language else "<html>"
    return f"{opening}<head>{''.join(_head(found))}</head><body><main>{_markup(article)}</main></body></html>"


def _head(found: _Found) -> Iterator[str]:
    if found.title:
        yield f"<title>{escape(found.title)}</title>"
    for name in found.authors:
        yield f'<meta name="author" content="{escape(name)}">'
    if found.date:
        yield f'<meta name="date" content="{escape(found.date)}">'


def _markup(article: HtmlElement) -> str:
    article.tail = None
    return etree.tostring(article, encoding="unicode", method="html")
