"""ninjs 1 to 3: a text item, or a composite one that holds others; every version names things its own way."""

from collections.abc import Iterator

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.letters import letters
from publisher.readers.newsroom.articles import Desk
from publisher.readers.newsroom.item import Item, Loss, figure, is_html, plain
from publisher.readers.newsroom.objects import Object, objects, read_object, texts, words
from publisher.report import Report

#: How deep items may hold each other.
DEEPEST = 8
#: Metadata → the properties that hold it: those of version 3, 2, 1, and what newsroom systems add to it.
PLAIN: dict[str, tuple[str, ...]] = {
    "uri": ("uri",),
    "version": ("version",),
    "slugline": ("slugline",),
    "urgency": ("urgency",),
    "language": ("language",),
    "first_created": ("firstCreated", "firstcreated", "firstpublished"),
    "version_created": ("versionCreated", "versioncreated"),
    "embargoed_until": ("embargoedUntil", "embargoed"),
    "pub_status": ("pubStatus", "pubstatus"),
    "copyright_notice": ("copyrightNotice", "copyrightnotice", "copyrightHolder", "copyrightholder"),
    "usage_terms": ("usageTerms", "usageterms"),
    "ed_note": ("edNote", "ednote", "editorial_note"),
    "creditline": ("creditline", "credit"),
}
#: Roles of bodies that hold less than the whole text.
PARTS = frozenset(("summary", "short", "teaser", "lead", "abstract", "caption", "headline"))
_MEDIA_TOPICS = "cv.iptc.org/newscodes/mediatopic/"
_SHAPES = ("html", "xhtml", "text")
_PICTURES = ("picture", "graphic")


def read_ninjs(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, an item or a list of them; SourceError if it is no JSON."""
    found, text = read_object(source, report)
    listed = found.get("_items", found) if isinstance(found, dict) else found
    items = [item for each in objects(listed) for item in _items(each, 0)]
    return Desk(source, text, media, report, rules).articles(items)


def _items(item: Object, depth: int) -> Iterator[Item]:
    """The item itself, where it holds a text, and those that it holds."""
    held = list(_held(item)) if depth < DEEPEST else []
    if item.get("type", "text") not in (*_PICTURES, "video", "audio", "composite") or any(_body(item)):
        yield _item(item, held)
    for other in held:
        if other.get("type", "text") in ("text", "composite") and (any(_body(other)) or list(_held(other))):
            yield from _items(other, depth + 1)


def _held(item: Object) -> Iterator[Object]:
    """The associated items: a list of version 3, or version 1's by their names."""
    found = item.get("associations") or {}
    for each in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from objects(each)


def _item(item: Object, held: list[Object]) -> Item:
    body, is_markup = _body(item)
    pictures = [one for one in held if one.get("type") in _PICTURES]
    others = [one for one in held if one.get("type") in ("video", "audio")]
    tail = "".join(_figure(one) for one in pictures if _source(one) and (_source(one) or "") not in body)
    losses = [Loss(f"a {one['type']} beside the text", _headline(one) or words(one.get("uri")) or "") for one in others]
    losses += _others(item)
    fields = {name: next(filter(None, (words(item.get(key)) for key in keys)), None) for name, keys in PLAIN.items()}
    located = words(item.get("located"))
    fields["creditline"] = fields["creditline"] or _credit(item)
    return Item(fields | dict(_said(item)), body, is_markup, tail, located, tuple(losses))


def _said(item: Object) -> Iterator[tuple[str, str | tuple[str, ...] | None]]:
    yield "headline", _headline(item)
    yield "kicker", _with_role(item.get("headlines"), ("kicker", "overline"))
    yield "standfirst", _standfirst(item)
    yield "by", tuple(_authors(item))
    yield "subjects", tuple(_subjects(item))
    yield "keywords", (*texts(item.get("keywords", [])), *_concepts(item, "keyword"))


def _headline(item: Object) -> str | None:
    if (main := words(item.get("headline"))) or not isinstance(item.get("headlines"), list):
        return main or words(item.get("title")) or words(item.get("name"))
    found = [(words(one.get("role")) or "", words(one.get("value"))) for one in objects(item["headlines"])]
    by_role = sorted(found, key=lambda one: one[0] not in ("", "main", "headline"))
    return next((value for _, value in by_role if value), None) or words(item.get("title"))


def _with_role(value: object, roles: tuple[str, ...]) -> str | None:
    found = (one for one in objects(value or []) if any(role in (words(one.get("role")) or "") for role in roles))
    return next((said for one in found if (said := words(one.get("value")))), None)


def _standfirst(item: Object) -> str | None:
    if isinstance(item.get("descriptions"), list):
        ours = _with_role(item["descriptions"], ("standfirst", "summary", "abstract", "lead", "deck"))
        return ours or next(
            (words(one.get("value")) for one in objects(item["descriptions"]) if not one.get("role")), None
        )
    keys = ("description_text", "description_html", "description_xhtml", "abstract")
    return next(filter(None, (plain(words(item.get(key))) for key in keys)), None)


def _authors(item: Object) -> Iterator[str]:
    """Whoever signs: the byline; where there is none, those whom the item calls its authors."""
    if line := words(item.get("by")) or words(item.get("byline")):
        yield line
        return
    people = [*objects(item.get("authors", [])), *objects(item.get("people", item.get("person", [])))]
    for one in people:
        if (words(one.get("rel")) or words(one.get("role")) or "author") in ("author", "writer", "byline"):
            yield from texts(one, "name")


def _subjects(item: Object) -> Iterator[str]:
    for one in objects(item.get("subjects", item.get("subject", []))):
        if one.get("rel") == "keyword":
            continue
        literal, uri = words(one.get("literal")), words(one.get("uri"))
        code = words(one.get("code"))
        if uri and _MEDIA_TOPICS in uri:
            yield f"medtop:{uri.rpartition('/')[2]}"
        elif (
            found := literal
            or uri
            or (code and f"{words(one.get('scheme')) or 'subj'}:{code}")
            or words(one.get("name"))
        ):
            yield found


def _concepts(item: Object, rel: str) -> Iterator[str]:
    yield from texts([one for one in objects(item.get("subjects", [])) if one.get("rel") == rel], "name")


def _credit(item: Object) -> str | None:
    sources = objects(item.get("infoSources", item.get("infosources", item.get("infosource", []))))
    found = next((one for one in sources if one.get("role") == "creditline"), None)
    return words((found or {}).get("name")) or words(item.get("source"))


def _body(item: Object) -> tuple[str, bool]:
    """(the body, whether it is markup): HTML rather than plain text, the main one rather than others."""
    if bodies := _bodies(item):
        value = words(bodies[0].get("value")) or ""
        return value, "html" in _type(bodies[0]) or is_html(value)
    for shape in _SHAPES:
        if said := words(item.get(f"body_{shape}")):
            return said, shape != "text"
    others = [said for key in sorted(item) if key.startswith("body_") and (said := words(item[key]))]
    return ("\n\n".join(others), any(map(is_html, others)))


def _bodies(item: Object) -> list[Object]:
    """The bodies of versions 2 and 3, the best first: one that is a part of the text comes after all that are whole."""
    found = [one for one in objects(item.get("bodies", [])) if words(one.get("value"))]
    return sorted(
        found,
        key=lambda one: (
            (words(one.get("role")) or "").lower() in PARTS,
            "html" not in _type(one),
            one.get("role") not in (None, "", "main", "body"),
        ),
    )


def _others(item: Object) -> Iterator[Loss]:
    """The bodies that aren't taken, where they say something else than the one that is."""
    bodies = [(words(one.get("value")) or "") for one in _bodies(item)]
    taken = _letters(bodies[0]) if bodies else ""
    for body in bodies[1:]:
        if _letters(body) not in taken:
            yield Loss("another body of the item", plain(body) or "")


def _letters(text: str) -> str:
    return letters(plain(text) or "").casefold()


def _type(body: Object) -> str:
    return (words(body.get("contentType")) or words(body.get("contenttype")) or "").lower()


def _source(picture: Object) -> str | None:
    """Where the file of a picture lies: its original, or the largest form there is."""
    found = picture.get("renditions") or {}
    forms = objects(list(found.values()) if isinstance(found, dict) else found)
    forms.sort(key=lambda form: form["width"] if isinstance(form.get("width"), int) else 0, reverse=True)
    return next((href for form in forms if (href := words(form.get("href")))), None)


def _figure(picture: Object) -> str:
    described = picture.get("descriptions")
    caption = _with_role(described, ("caption",)) or _standfirst(picture)
    alt = _with_role(described, ("alt",)) or words(picture.get("body_text"))
    return figure(_source(picture) or "", alt, plain(caption), _credit(picture) or words(picture.get("byline")))
