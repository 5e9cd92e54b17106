"""What checks found in finished files, as one HTML page that a print shop can read: nothing in it is remote."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib import resources

from publisher.codes import Severity
from publisher.formats import Artifact
from publisher.identity import producer
from publisher.preflight.press.content.geometry import MM, Box, Frame
from publisher.preflight.press.examination import Examination
from publisher.preflight.press.facts import Facts
from publisher.preflight.press.faults import Spot
from publisher.preflight.thumbnails import thumbnails

#: Pages that are shown, at the most: those with findings first.
MOST_SHOWN = 60
#: Pages that a list of pages names one by one.
_MOST_NAMED = 12
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def dossier(examined: Sequence[tuple[Artifact, Examination]]) -> str:
    """The page for all files that were examined."""
    title = "Preflight: " + ", ".join(artifact.name for artifact, _ in examined)
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>'
        '<meta name="viewport" content="width=device-width"/>'
        f"<title>{escape(title)}</title><style>{_style()}</style></head><body>"
        + "".join(_file(artifact, examination) for artifact, examination in examined)
        + f"<footer><p>{escape(producer())}. These are its own checks; the print shop’s have the last word.</p>"
        "</footer>"
        "</body></html>\n"
    )


def _style() -> str:
    return resources.files("publisher.preflight").joinpath("dossier.css").read_text("utf-8")


def _file(artifact: Artifact, examination: Examination) -> str:
    spots, facts = examination.spots, examination.facts
    by_page: dict[int, list[Spot]] = {}
    for spot in spots:
        by_page.setdefault(spot.finding.where.page or 0, []).append(spot)
    shown = _shown(facts, by_page)
    pictures = dict(thumbnails(artifact.data, shown)) if shown else {}
    return (
        f"<article><h1>{escape(artifact.name)}</h1>{_verdict(spots)}{_facts(facts)}"
        f"{_section('Findings of the whole file', _findings(by_page.get(0, [])))}"
        f"{_pages(facts, by_page, pictures)}{_inventory(facts)}</article>"
    )


def _verdict(spots: Sequence[Spot]) -> str:
    counted = Counter(spot.finding.severity for spot in spots)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    told = " · ".join(
        f'<b class="{severity}">{counted[severity]} {words[severity]}{"" if counted[severity] == 1 else "s"}</b>'
        for severity in _ORDER
        if counted[severity]
    )
    return f'<p class="verdict">{told or "Nothing was found."}</p>'


def _section(title: str, inner: str) -> str:
    return f"<section><h2>{title}</h2>{inner}</section>" if inner else ""


def _findings(spots: Iterable[Spot]) -> str:
    rows = sorted(spots, key=lambda spot: _ORDER.index(spot.finding.severity))
    return f"<ul>{''.join(map(_finding, rows))}</ul>" if rows else ""


def _finding(spot: Spot) -> str:
    found = spot.finding
    place = f'<span class="place">{escape(found.where.part)}</span>' if found.where.part else ""
    hint = f'<span class="hint">{escape(found.hint)}</span>' if found.hint else ""
    return (
        f'<li class="{found.severity}"><b>{found.severity}</b> {escape(found.message)} '
        f"<code>{escape(found.code)}</code>{place}{hint}</li>"
    )


# ── facts ────────────────────────────────────────────────────────────────────


def _facts(facts: Facts) -> str:
    if not facts.frames:
        return ""
    first = facts.frames[0]
    heaviest = max(facts.coverage.items(), key=lambda item: item[1].total, default=None)
    rows = [
        ("title", facts.title or "none"),
        ("says it is", f"{facts.standard or 'no PDF/X'}, PDF {facts.version}"),
        ("made for", facts.condition or "no printing condition that it names"),
        ("pages", f"{len(facts.frames)}, the first {_size(first.cut)} with {_bleed(first)}"),
        ("ink limit", f"{facts.ink_limit:.0f} %"),
        ("most ink", f"{heaviest[1].total:.0f} % on page {heaviest[0]}" if heaviest else "not measured"),
        ("measured with", facts.renderer or "nothing: there is no renderer on this machine"),
    ]
    return f"<table class=facts>{''.join(f'<tr><th>{k}</th><td>{escape(v)}</td></tr>' for k, v in rows)}</table>"


def _size(box: Box) -> str:
    return f"{box.width * MM:.1f} × {box.height * MM:.1f} mm"


def _bleed(frame: Frame) -> str:
    cut, bleed = frame.cut, frame.bleed
    if bleed is None:
        return "no bleed box"
    sides = (cut.left - bleed.left, bleed.top - cut.top, bleed.right - cut.right, cut.bottom - bleed.bottom)
    widths = dict.fromkeys(f"{side * MM + 0.0:.1f}" for side in sides)
    return f"{' / '.join(widths)} mm of bleed"


def _inventory(facts: Facts) -> str:
    colours = [(name, _numbers(pages)) for name, pages in facts.colours.items()]
    fonts = [(f.name, f.kind, "yes" if f.is_embedded else "no", _numbers(f.pages)) for f in facts.fonts]
    pictures = [
        (
            f"{p.picture.width} × {p.picture.height}",
            "stencil" if p.picture.is_stencil else str(p.picture.space),
            f"{p.picture.bits} bit",
            p.picture.packing or "none",
            f"{p.density:.0f}",
            _numbers(p.pages),
        )
        for p in facts.pictures
    ]
    return (
        _section("Colours", _table(("colour", "pages"), colours))
        + _section("Fonts", _table(("font", "kind", "embedded", "pages"), fonts))
        + _section("Pictures", _table(("pixels", "colour", "depth", "packing", "ppi as placed", "pages"), pictures))
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    top = "".join(f"<th>{name}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _numbers(pages: Sequence[int]) -> str:
    """``1–3, 7``; a long list is cut short."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    told = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(told[:_MOST_NAMED]) + (f" and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else "")


# ── pages ────────────────────────────────────────────────────────────────────


def _shown(facts: Facts, by_page: Mapping[int, Sequence[Spot]]) -> list[int]:
    """The pages to show, those with findings before the others."""
    numbers = [frame.number for frame in facts.frames]
    return sorted(numbers, key=lambda number: number not in by_page)[:MOST_SHOWN]


def _pages(facts: Facts, by_page: Mapping[int, Sequence[Spot]], pictures: Mapping[int, str]) -> str:
    marked = [frame for frame in facts.frames if frame.number in by_page]
    clean = [frame for frame in facts.frames if frame.number not in by_page and frame.number in pictures]
    left = len(facts.frames) - len(marked) - len(clean)
    others = "".join(_page(frame, facts, (), pictures) for frame in clean)
    more = f"<p>{left} more pages without findings aren’t shown.</p>" if left else ""
    return (
        _section(
            "Pages with findings", "".join(_page(frame, facts, by_page[frame.number], pictures) for frame in marked)
        )
        + _section("Other pages", (f'<div class="clean">{others}</div>' if others else "") + more)
        + _section("Boxes", _boxes(facts))
    )


def _page(frame: Frame, facts: Facts, spots: Sequence[Spot], pictures: Mapping[int, str]) -> str:
    area = frame.crop.common(frame.media) if frame.crop else frame.media
    picture = pictures.get(frame.number)
    frames = "".join(_frames(frame, area, spots))
    drawn = f'<div class="sheet"><img src="{picture}" alt="page {frame.number}"/>{frames}</div>' if picture else ""
    ink = facts.coverage.get(frame.number)
    told = f" · {ink.total:.0f} % of ink" if ink else ""
    return f'<div class="page">{drawn}<div><h3>Page {frame.number}{told}</h3>{_findings(spots)}</div></div>'


def _frames(frame: Frame, area: Box, spots: Sequence[Spot]) -> Iterator[str]:
    """Where to cut, and what the findings speak of, over a picture of *area*."""
    if frame.trim:
        yield _outline(frame, area, frame.trim, "trim")
    for spot in spots:
        box = spot.box.grown(1.0).common(area) if spot.box else None
        if box and not box.is_empty:
            yield _outline(frame, area, box, str(spot.finding.severity))


def _outline(frame: Frame, area: Box, box: Box, kind: str) -> str:
    across, down, width, height = frame.as_read(box, area)
    _, _, whole, tall = frame.as_read(area, area)
    shares = (across / whole, down / tall, width / whole, height / tall)
    left, top, wide, high = (f"{min(max(share, 0.0), 1.0):.2%}" for share in shares)
    return f'<i class="{kind}" style="left:{left};top:{top};width:{wide};height:{high}"></i>'


def _boxes(facts: Facts) -> str:
    """Pages in a row that are alike stand in one line."""
    rows: list[tuple[tuple[str, ...], list[int]]] = []
    for frame in facts.frames:
        told = (
            _size(frame.cut),
            _bleed(frame),
            _size(frame.media),
            f"{frame.rotation}°" if frame.rotation else "",
        )
        if rows and rows[-1][0] == told:
            rows[-1][1].append(frame.number)
        else:
            rows.append((told, [frame.number]))
    head = ("pages", "trim", "bleed", "media", "turned")
    return _table(head, [(_numbers(pages), *told) for told, pages in rows])
