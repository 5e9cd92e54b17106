"""The words of the message: the bulletin in short or whole, as a tree that becomes HTML and plain text."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from publisher.manifest import ArticleEntry, Manifest
from publisher.normalise.language.detection import direction
from publisher.words import stamp
from publisher.writers.imprint import colophon_text, folio_parts

#: Mail programs drop style sheets: what an element looks like stands on it, by its class or else by its name.
LOOKS = {
    "body": "margin: 0 auto; padding: 1em; max-width: 40em; font: 16px/1.5 Georgia, 'Times New Roman', serif",
    "stamp": "font-weight: bold; color: #9b1c2c",
    "folio": "font: 13px/1.5 Arial, Helvetica, sans-serif",
    "h1": "font-size: 30px; line-height: 1.15; margin: 0 0 1em",
    "h2": "font-size: 22px; line-height: 1.25; margin: 1.5em 0 .25em",
    "h3": "font-size: 18px; line-height: 1.3; margin: 1.25em 0 .25em",
    "kicker": "font: bold 12px/1.5 Arial, Helvetica, sans-serif; margin: 1.5em 0 0",
    "standfirst": "font-style: italic; margin: .25em 0",
    "byline": "font: 13px/1.5 Arial, Helvetica, sans-serif; margin: .25em 0 1em",
    "pull-quote": "font-style: italic; font-size: 20px; border-top: 1px solid; padding-top: .5em",
    "small-caps": "font-variant: small-caps",
    "credit": "font-size: 13px",
    "note": "font-size: 14px",
    "caption": "text-align: left; font-size: 14px",
    "figcaption": "font-size: 14px",
    "table": "border-collapse: collapse",
    "th": "text-align: start; padding: .2em .6em; border-bottom: 1px solid",
    "td": "text-align: start; padding: .2em .6em; vertical-align: top",
    "blockquote": "margin: 1em 1.5em",
    "colophon": "font: 13px/1.5 Arial, Helvetica, sans-serif; border-top: 1px solid; padding: .5em 0; margin: 2em 0",
}


def letter(manifest: Manifest, whole: Sequence[Element] | None) -> Element:
    """The message as an ``html`` element: every article in short, or *whole* (an element for each article)."""
    about = manifest.bulletin
    page = Element("html", _tongue(about.language))
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "title").text = about.title
    body = SubElement(page, "body")
    for words, name in ((stamp(about), "stamp"), (" · ".join(part for part in folio_parts(about) if part), "folio")):
        _line(body, "p", words, name)
    _line(body, "h1", about.title)
    _line(body, "p", about.subtitle, "standfirst")
    _add_articles(body, manifest.articles, whole)
    _line(body, "p", colophon_text(about), "colophon")
    for element in page.iter():
        _dress(element)
    return page


def _add_articles(body: Element, articles: Sequence[ArticleEntry], whole: Sequence[Element] | None) -> None:
    """The articles under the titles of their sections; headings go down level by level."""
    section = None
    level = 3 if any(article.section for article in articles) else 2
    for number, article in enumerate(articles):
        if article.section != section:
            section = article.section
            _line(body, "h2", section)
        if whole is None:
            body.append(_short(article, level))
        else:
            _lower(whole[number], level - 1)
            body.append(whole[number])


def _short(article: ArticleEntry, level: int) -> Element:
    element = Element("div", _tongue(article.language) if article.language else {})
    _line(element, "p", article.kicker, "kicker")
    _line(element, f"h{level}", article.headline)
    _line(element, "p", article.standfirst, "standfirst")
    _line(element, "p", article.byline, "byline")
    return element


def _lower(article: Element, steps: int) -> None:
    """Puts the headings of *article* so many levels down; there are six."""
    for element in article.iter():
        if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
            element.tag = f"h{min(int(element.tag[1]) + steps, 6)}"


def _tongue(language: str) -> dict[str, str]:
    return {"lang": language, "dir": direction(language)}


def _line(around: Element, tag: str, words: str | None, name: str = "") -> None:
    if words:
        SubElement(around, tag, {"class": name} if name else {}).text = words


def _dress(element: Element) -> None:
    """Puts the look of an element on it, in the place of its class."""
    look = LOOKS.get(element.attrib.pop("class", ""), LOOKS.get(element.tag))
    if look:
        element.set("style", look)


def as_html(page: Element) -> str:
    """The message as HTML."""
    return f"<!DOCTYPE html>\n{tostring(page, encoding='unicode', method='html')}\n"
