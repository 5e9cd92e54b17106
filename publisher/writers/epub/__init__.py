"""The EPUB 3.3 writer: the package written straight, one XHTML document an article."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from publisher.archive import zip_bytes
from publisher.fonts import Face, is_variable, subset_woff2
from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.epub import ncx
from publisher.writers.epub.accessibility import Facts
from publisher.writers.epub.cover import cover_image
from publisher.writers.epub.documents import Document, article_documents, colophon, cover_page, cover_title
from publisher.writers.epub.navigation import NAME, navigation, with_pages
from publisher.writers.epub.package import CONTAINER, COVER, PACKAGE, Item, Place, package
from publisher.writers.epub.pagination import by_leaf, paged
from publisher.writers.epub.pictures import picture_items, shown_in, sights
from publisher.writers.epub.stylesheet import style_sheet
from publisher.writers.epub.typefaces import Setting, faces_in
from publisher.writers.headings import check_headings
from publisher.writers.layout import Layout
from publisher.writers.pages.flow import Turn


def write_epub(bulletin: Bulletin, theme: Theme, media: Media, layout: Layout | None, report: Report) -> bytes:
    """The bulletin as EPUB 3.3; the same bulletin and theme give the same bytes.

    With pages laid out in the same build, its page list is theirs; without, it has none.
    """
    check_headings(bulletin, report)
    pictures, logo = picture_items(bulletin, media), _logo(theme)
    cover = cover_page(bulletin, theme, logo[0].name if logo else None)
    articles = tuple(article_documents(bulletin, theme, partial(shown_in, pictures), report))
    prepared = (cover, navigation(bulletin), *articles, colophon(bulletin.metadata))
    documents, places = _paged(prepared, layout.flow.turns if layout else (), bulletin)
    faces = faces_in((document.markup for document in documents), theme)
    files, fonts = _fonts(faces)
    sheet = style_sheet({face: files[face] for face in faces}, cover_title(bulletin.metadata, theme), theme)
    written = [Item(name, markup.encode(), "nav" if name == NAME else "") for name, _, markup in documents]
    # A short issue is leafed through without a page of contents; reading systems show the list all the same.
    in_line = len(articles) >= theme.form.contents_from
    spine = [Place(item, in_line or item.properties != "nav") for item in written]
    items = (
        *written,
        Item("style.css", sheet.encode()),
        *_cover_image(bulletin, theme, report),
        *logo,
        *(picture.item for picture in pictures.values()),
        *fonts,
        *((Item(ncx.NAME, ncx.control_file(bulletin, places).encode()),) if theme.book.ncx else ()),
    )
    facts = Facts(sights(bulletin, pictures, len(logo)), len(places), theme.book)
    return _archive(package(bulletin, items, spine, facts), items)


def _paged(
    documents: Sequence[Document], turns: Sequence[Turn], bulletin: Bulletin
) -> tuple[tuple[Document, ...], list[tuple[str, str]]]:
    """The documents with the breaks of the printed pages, and (label, address) of each."""
    leaves = by_leaf(turns)
    written: list[Document] = []
    places: list[tuple[str, str]] = []
    for document in documents:
        markup, labels = paged(document.markup, leaves)
        written.append(document._replace(markup=markup))
        places += [(label, f"{document.name}#page-{label}") for label in labels]
    listed = (
        with_pages(document, places, bulletin.metadata) if document.name == NAME else document for document in written
    )
    return tuple(listed), places


def _archive(package: str, items: Iterable[Item]) -> bytes:
    """The container (OCF, EPUB 3.3, § 4): the media type first and as it is, then all by name."""
    files = {PACKAGE: package.encode()} | {f"EPUB/{item.name}": item.data for item in items}
    head = (("mimetype", b"application/epub+zip"), ("META-INF/container.xml", CONTAINER.encode()))
    return zip_bytes((*head, *sorted(files.items())), frozenset({"mimetype"}))


def _fonts(faces: Mapping[Setting, str]) -> tuple[dict[Setting, str], list[Item]]:
    """The file of each face in use, and the files: one for each font, however many faces it serves."""
    needed: dict[Face, set[str]] = {}
    for setting, characters in faces.items():
        needed.setdefault(_source(setting.face), set()).update(characters)
    names: dict[Face, str] = {}
    stems = Counter[str]()
    for face in needed:
        stem = re.sub(r"\[.*\]", f"-{face.weight.title()}", face.path.stem)
        stems[stem] += 1
        names[face] = f"fonts/{stem}{f'-{stems[stem]}' if stems[stem] > 1 else ''}.woff2"
    items = [Item(names[face], subset_woff2(face, characters)) for face, characters in needed.items()]
    return {setting: names[_source(setting.face)] for setting in faces}, items


def _source(face: Face) -> Face:
    """The face as its file makes it: one that holds all weights makes another of each."""
    return face if is_variable(face.path) else Face(face.path, "normal", "normal")


def _cover_image(bulletin: Bulletin, theme: Theme, report: Report) -> Sequence[Item]:
    if image := cover_image(bulletin, theme):
        return (Item(COVER, image, "cover-image"),)
    report.add(
        "epub.cover-letters",
        f"no font of the theme has the letters of “{cover_title(bulletin.metadata, theme)}”; "
        "the book has no cover image, and libraries show one of their own",
        hint="add a font that has them under [brand.fonts]",
    )
    return ()


def _logo(theme: Theme) -> Sequence[Item]:
    mark = theme.marks.logo
    if not mark:
        return ()
    return (Item("logo.png" if mark.startswith(b"\x89PNG") else "logo.jpg", mark),)
