"""WeasyPrint as we run it: our fonts only, our bytes only, one thread at a time."""

import functools
import importlib
import importlib.util
import logging
import string
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

from PIL import ImageFile

from publisher.errors import MissingError
from publisher.fonts import Face, faces, is_reduced, private_name, subset
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.pages.typeset import teach
from publisher.writers.pages.typeset.hyphenation import register
from publisher.writers.pages.typeset.manner import Work, set_in
from publisher.writers.pages.typeset.names import names_in

#: The command that brings Pango, by system.
PANGO = (
    "Debian/Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 · "
    "Fedora: dnf install pango · Alpine: apk add pango · macOS: brew install pango"
)
#: What the engine puts before list items.
MARKS = "•◦▪-"
#: Drop capitals are letters like others where layout hasn't learnt to lower them.
PLAIN = "\n.initial { font: inherit; vertical-align: baseline; margin: 0 }"
#: Pango's and fontconfig's state is shared by the process: pages are laid out one at a time.
LOCK = threading.RLock()


@functools.cache
def weasyprint() -> ModuleType:
    """The layout engine, imported when pages are wanted; a MissingError names the command for Pango."""
    tolerance = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        with warnings.catch_warnings():
            # It warns of a machine without fonts; ours come along.
            warnings.simplefilter("ignore")
            return importlib.import_module("weasyprint")
    except OSError as error:
        raise MissingError(f"Pango isn't installed, and PDF needs it ({error})".split("\n")[0], PANGO) from None
    finally:
        # It tells Pillow, for the whole process, to take broken pictures for whole ones.
        ImageFile.LOAD_TRUNCATED_IMAGES = tolerance


def has_pango() -> bool:
    """Whether pages can be laid out on this machine."""
    if importlib.util.find_spec("weasyprint") is None:
        return False
    try:
        weasyprint()
    except MissingError:
        return False
    return True


def font_faces(theme: Theme) -> str:
    """``@font-face`` rules that give every family of the theme its private name."""
    rules = []
    for key, family in theme.family.items():
        for face in faces(family):
            rules.append(
                f"@font-face {{ font-family: {private_name(key)}; src: url({_url(face)});"
                f" font-weight: {face.weight}; font-style: {face.style} }}"
            )
    return "\n".join(rules) + "\n"


def _url(face: Face) -> str:
    return f"{face.path.as_uri()}?{face.weight}"


def lay_out_pages(
    root: ElementTree.Element, css: str, theme: Theme, pictures: Mapping[str, bytes], report: Report
) -> Any:
    """WeasyPrint's document for the tree *root* styled by *css*.

    Nothing is read but the theme's font files and *pictures* (URL → bytes): any other URL is refused.
    What the engine has to say becomes findings.
    """
    engine = weasyprint()
    register()
    refusals = teach()
    for refused in refusals:
        report.add(
            "layout.lesson",
            f"this layout engine isn't the one we know; lines are set as it sets them by itself ({refused})",
            hint="install the version of WeasyPrint that the lock file names",
        )
    text = "\n".join(root.itertext())
    found = tuple(face for family in theme.family.values() for face in faces(family))
    shown = _shown(text + css) if any(map(is_reduced, found)) else ""
    fetcher = _fetcher_class()(found, shown, pictures)
    fonts = _fonts(found, shown)
    work = Work(theme.setting, names_in(text), 0 if refusals else theme.form.initial)
    with LOCK, _listening(report), set_in(work):
        sheet = engine.CSS(
            string=font_faces(theme) + css + (PLAIN if refusals else ""), font_config=fonts, url_fetcher=fetcher
        )
        return _pages_class()(root, fetcher).render(stylesheets=[sheet], font_config=fonts)


def _shown(text: str) -> str:
    """The characters that pages with *text* may show, sorted: also numbers, marks of lists, capitals."""
    return "".join(sorted({*text, *text.upper(), *string.printable, *MARKS}))


@functools.cache
def _pages_class() -> Any:
    """An ``HTML`` that takes a tree: what we write is XML already, and HTML's parser would mend it."""
    import cssselect2

    class Pages(weasyprint().HTML):  # type: ignore[misc]
        def __init__(self, root: ElementTree.Element, fetcher: Any) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return Pages


@functools.cache
def _fetcher_class() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnBytes(URLFetcher):  # type: ignore[misc]
        """Answers for the theme's fonts and the bulletin's pictures, and for nothing else."""

        def __init__(self, found: Iterable[Face], shown: str, pictures: Mapping[str, bytes]) -> None:
            super().__init__(allowed_protocols=())
            self._faces = {_url(face): face for face in found}
            self._shown = shown
            self._pictures = pictures

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002 - the engine's signature
            if url in self._pictures:
                return URLFetcherResponse(url, self._pictures[url])
            if face := self._faces.get(url):
                whole = not is_reduced(face)
                return URLFetcherResponse(url, face.path.read_bytes() if whole else subset(face, self._shown))
            raise ValueError(f"nothing outside the bulletin is read: {url}")

    return OwnBytes


@functools.lru_cache(maxsize=8)
def _fonts(_faces: tuple[Face, ...], _shown: str) -> Any:
    """A font configuration that holds no font of the system, kept for all pages that need the same fonts."""
    from weasyprint.text import ffi
    from weasyprint.text.fonts import FontConfiguration

    ffi.ffi.cdef("FcConfig * FcConfigCreate (void);", override=True)

    class OwnFonts(FontConfiguration):  # type: ignore[misc]
        def __init__(self) -> None:
            self._config = ffi.fontconfig.FcConfigCreate()
            self.font_map = ffi.ffi.gc(ffi.pangoft2.pango_ft2_font_map_new(), ffi.gobject.g_object_unref)
            ffi.pangoft2.pango_fc_font_map_set_config(ffi.ffi.cast("PangoFcFontMap *", self.font_map), self._config)
            ffi.fontconfig.FcConfigDestroy(self._config)  # the font map keeps it
            self._folder = None
            self.strut_layouts: dict[object, object] = {}
            self.font_features: dict[object, object] = {}

    return OwnFonts()


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.messages[record.getMessage()] = None


@contextmanager
def _listening(report: Report) -> Iterator[None]:
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
        for message in listener.messages:
            report.add("layout.warning", f"the layout engine says: {message}")
