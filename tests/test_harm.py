"""No source reaches a file outside its folder or the network, in any reader or writer: canaries and a listening socket.

Each source below asks for a file that holds the canary, and for an address at which somebody listens.
"""

import io
import json
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from publisher.cli import run
from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.readers import read
from publisher.report import Report
from publisher.walk import article_text
from tests import pictures
from tests.test_canary import contents

CANARY = "zqxjcanary"
STORY = "The council met on Monday and heard four speakers, three of whom had travelled from the coast to be there."
SETTINGS = 'title = "The Valley Bulletin"\nnumber = 7\ndate = 2026-11-24\nlanguage = "en-US"\n'
WAIVED = ("media.remote", "media.outside", "media.missing", "media.no-alt", "source.unreadable", "media.unreadable")


class Place(NamedTuple):
    """Where the traps lead: a folder of sources, a secret beside it, an address that is listened at."""

    folder: Path
    secret: Path
    url: str
    listener: socket.socket

    def is_silent(self) -> bool:
        """Whether nobody has called."""
        try:
            self.listener.accept()
        except TimeoutError:
            return True
        return False


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    folder, secret = tmp_path / "seeds", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text(f"{CANARY}\n")
    (tmp_path / "secret.png").write_bytes(pictures.png())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        yield Place(folder, secret, f"http://127.0.0.1:{listener.getsockname()[1]}", listener)


def markup(place: Place) -> str:
    """All that a page can ask for."""
    url, secret = place.url, place.secret
    return (
        f'<style>@import url("{url}/a.css"); p {{ background: url({url}/b.png) }}</style><link rel=stylesheet '
        f'href="{url}/c.css"><script src="{url}/d.js">{CANARY}()</script><p>{STORY}</p><img src="{url}/e.png" alt=x>'
        f'<img src="file://{secret}" alt=x><img src="../secret.png" alt=x><iframe src="{secret}"></iframe>'
        f'<object data="file://{secret}"></object><video src="{url}/f.mp4" poster="{url}/g.png"></video>'
        f'<p style="background: url({url}/h.png)">{STORY}</p><a href="javascript:fetch(\'{url}\')">link</a>'
        f'<svg><image href="{url}/i.png"/></svg><base href="{url}/"><meta http-equiv="refresh" content="0;{url}">'
    )


def drawing(place: Place) -> bytes:
    inner = (
        f"<style>@import url('{place.url}/a.css'); rect {{ fill: url({place.url}/b.svg#c) }}</style>"
        f"<image href='{place.url}/c.png' width='5' height='5'/><image xlink:href='file://{place.secret}'/>"
        f"<use href='{place.url}/d.svg#e'/><script>fetch('{place.url}')</script><rect width='3' height='2'/>"
        f"<foreignObject><iframe src='{place.url}'/></foreignObject>"
    )
    return pictures.svg(inner)


def word(place: Place) -> bytes:
    """A Word document whose relations lead outside."""
    document = docx.Document()
    document.add_heading("Ice", 1)
    document.add_paragraph(STORY)
    document.add_picture(io.BytesIO(pictures.png()))
    buffer, made = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(
                    b'Target="media/image1.png"', f'Target="{place.url}/a.png" TargetMode="External"'.encode()
                )
                more = "".join(
                    f'<Relationship Id="x{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                    f'{kind}" Target="{target}" TargetMode="External"/>'
                    for at, (kind, target) in enumerate(
                        (("attachedTemplate", f"{place.url}/t.dotm"), ("oleObject", f"file://{place.secret}"))
                    )
                )
                data = data.replace(b"</Relationships>", f"{more}</Relationships>".encode())
            after.writestr(name, data)
    return made.getvalue()


def book(place: Place) -> bytes:
    """An EPUB whose manifest leads out of it, and whose text asks for more."""
    page = f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Ice</title></head><body><h1>Ice</h1><p>{STORY}</p>"
    page += f"<p><img src='{place.url}/a.png' alt='x'/><img src='../../secret.png' alt='x'/></p></body></html>"
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata/><manifest>"
        "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
        f"<item id='b' href='{place.secret}' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
    )
    container = (
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>"
        "<rootfile full-path='p.opf' media-type='application/oebps-package+xml'/></rootfiles></container>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, data in (("META-INF/container.xml", container), ("p.opf", package), ("a.xhtml", page)):
            archive.writestr(name, data)
    return buffer.getvalue()


def sources(place: Place) -> dict[str, str | bytes]:
    """A trap for each reader."""
    return {**texts(place), **documents(place), **deliveries(place)}


def texts(place: Place) -> dict[str, str | bytes]:
    """Copy and markup."""
    url, secret, page = place.url, place.secret, markup(place)
    return {
        "plain.txt": f"Ice\n\n{STORY}\n\n{url}/a.png\n\n#include({secret})\n\n\\input{{{secret}}}\n",
        "marked.md": f"# Ice\n\n{STORY}\n\n![x]({url}/a.png) ![x](../secret.png) ![x]({secret})\n\n{page}\n",
        "page.html": f"<html><body>{page}</body></html>",
        "text.rst": f"A\n=\n\n{STORY}\n\n.. include:: {secret}\n.. raw:: html\n   :file: {secret}\n   :url: {url}\n"
        f".. csv-table::\n   :file: {secret}\n   :url: {url}\n\n.. image:: {url}/a.png\n",
        "text.tex": f"\\input{{{secret}}}\\include{{{secret}}}\\section{{Ice}} {STORY}\\lstinputlisting{{{secret}}}"
        f"\\includegraphics{{{url}/a.png}}\\write18{{cat {secret}}}\\usepackage{{{secret}}}",
        "text.org": f'* A\n{STORY}\n#+INCLUDE: "{secret}"\n#+SETUPFILE: {url}\n[[{url}/a.png]]\n',
        "text.adoc": f"= Ice\n\n{STORY}\n\ninclude::{secret}[]\n\nimage::{url}/a.png[]\n",
        "text.textile": f"h1. Ice\n\n{STORY}\n\n!{url}/a.png!\n",
        "text.wiki": f"= Ice =\n\n{STORY}\n\n{{{{:{secret}}}}} [[File:{url}/a.png]]\n",
        "text.typ": f'= Ice\n\n{STORY}\n\n#read("{secret}") #include "{secret}" #image("{url}/a.png")\n',
    }


def documents(place: Place) -> dict[str, str | bytes]:
    """XML and packages."""
    url, secret = place.url, place.secret
    xi = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>'
    entity = f'<!DOCTYPE nitf [<!ENTITY a SYSTEM "file://{secret}"><!ENTITY % b SYSTEM "{url}/a.dtd">]>'
    nitf = f"<nitf><body><body.content>{xi}<p>{STORY}</p>%s</body.content></body></nitf>"
    media = f'<media media-type="image"><media-reference source="{url}/a.png"/><media-caption>x</media-caption></media>'
    newsml = (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><contentMeta><headline>Ice</headline>'
        f'</contentMeta><contentSet><remoteContent href="{url}/a.jpg"/>'
        f"<inlineXML><html><body>{xi}<p>{STORY}</p></body></html>"
        "</inlineXML></contentSet></newsItem>"
    )
    return {
        "book.dbk": f'<article xmlns="http://docbook.org/ns/docbook"><title>Ice</title>{xi}<para>{STORY}</para></article>',
        "paper.jats": f'<article article-type="x"><front/><body>{xi}<p>{STORY}</p></body></article>',
        "word.docx": word(place),
        "book.epub": book(place),
        "entities.nitf": entity + nitf % "&a;",
        "story.nitf": '<!DOCTYPE nitf SYSTEM "http://127.0.0.1:1/nitf.dtd">' + nitf % media,
        "item.xml": newsml,
    }


def deliveries(place: Place) -> dict[str, str | bytes]:
    """Feeds, items and letters, whose bodies are pages."""
    url, secret, page = place.url, place.secret, markup(place)
    picture = {"type": "picture", "uri": "b", "renditions": [{"href": f"{url}/a.png"}, {"href": f"file://{secret}"}]}
    outside = {"type": "image", "media": f"../{secret}"}
    return {
        "feed.rss": f"<rss><channel><item><title>Ice</title><description><![CDATA[{page}]]></description>"
        f'<enclosure url="{url}/a.mp3"/></item></channel></rss>',
        "feed.atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ice</title>'
        f'<content type="html"><![CDATA[{page}]]></content></entry>'
        f'<entry><title>Another</title><content src="{url}/a.html" type="text/html"/></entry></feed>',
        "feed.json": json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"id": "a", "title": "Ice", "content_html": page}],
            }
        ),
        "item.json": json.dumps({"uri": "a", "headline": "Ice", "body_html": page, "associations": {"x": picture}}),
        "letter.eml": "MIME-Version: 1.0\nSubject: Ice\nContent-Type: text/html\n\n" + page,
        "outside.eml": "MIME-Version: 1.0\nSubject: Ice\nContent-Type: message/external-body; "
        f'access-type=local-file; name="{secret}"\n\nContent-Type: text/plain\n\n',
        "model.article.json": json.dumps(
            {
                "metadata": {"headline": "Ice"},
                "body": [{"type": "figure", "image": outside}],
            }
        ),
    }


def test_every_trap_is_read_or_refused_without_a_call(place: Place) -> None:
    (place.folder / "drawing.svg").write_bytes(drawing(place))
    for name, trap in sources(place).items():
        media = Media()
        data = trap if isinstance(trap, bytes) else trap.encode()
        (place.folder / name).write_bytes(data)
        try:
            articles = read(Source(name, data, place.folder), media, Report())
        except SourceError:
            articles = ()
        assert CANARY not in "".join(map(article_text, articles)), name
        assert len(media) == 0, name
    assert place.is_silent()


def test_a_bulletin_of_traps_calls_nobody_and_holds_no_secret(place: Place) -> None:
    drawn = f"# Drawn\n\n{STORY}\n\n![A drawing](drawing.svg){{credit=J}}\n"
    accepted = "".join(f'[[accept]]\ncode = "{code}"\nreason = "a trap"\n' for code in WAIVED)
    (place.folder / "drawing.svg").write_bytes(drawing(place))
    (place.folder / "drawn.md").write_text(drawn)
    (place.folder / "bulletin.toml").write_text(SETTINGS + accepted)
    for name, trap in sources(place).items():
        if name != "plain.txt":  # it says the secret's name, which is no secret
            (place.folder / name).write_bytes(trap if isinstance(trap, bytes) else trap.encode())
    out = place.folder.parent / "out"
    targets = [part for target in ("print", "screen", "docx", "epub", "ninjs") for part in ("-t", target)]
    assert run(["build", str(place.folder), "-o", str(out), "-q", *targets]) == 0
    assert place.is_silent()
    for path in out.iterdir():
        for found in contents(path.read_bytes()):
            assert CANARY.encode() not in found, path.name
            assert place.url.encode() + b"/a.css" not in found, path.name


def test_a_theme_that_asks_for_more_gets_nothing(place: Place) -> None:
    from publisher.scaffold import copy_theme

    copy_theme("gazette", str(place.folder / "mine"))
    shown = f'url("file://{place.secret}") url("{place.url}/b.png")'
    extra = f'@import url("{place.url}/a.css"); body {{ background: {shown} }}'
    (place.folder / "mine" / "extra.css").write_text(extra)
    (place.folder / "a.txt").write_text(f"Ice\n\n{STORY}\n")
    (place.folder / "bulletin.toml").write_text(f'{SETTINGS}theme = "mine"\n')
    run(["build", str(place.folder), "-o", str(place.folder.parent / "out"), "-q"])
    assert place.is_silent()
