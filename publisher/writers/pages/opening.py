"""What the pages open with: a masthead, a letterhead, or a cover."""

from collections.abc import Iterator

from publisher.metadata import BulletinMetadata, Sender
from publisher.model import Bulletin
from publisher.normalise.language.detection import direction
from publisher.theme.tokens import Theme
from publisher.words import release_lines, stamp
from publisher.writers.heads import COVER_HEADLINES, title
from publisher.writers.imprint import folio_parts, linked
from publisher.writers.languages import own_language
from publisher.writers.pages.pictures import LOGO_URL
from publisher.writers.xhtml import language, text


def opening(metadata: BulletinMetadata, theme: Theme) -> str:
    """What stands over the first article of an issue without a cover."""
    return _letterhead(metadata, theme) if theme.form.opening == "letterhead" else _title_piece(metadata, theme)


def _folio(metadata: BulletinMetadata) -> str:
    return f'<div class="folio">{"".join(f"<span>{text(part)}</span>" for part in folio_parts(metadata))}</div>'


def _stamp(metadata: BulletinMetadata) -> str:
    words = stamp(metadata)
    return f'<p class="stamp">{text(words)}</p>' if words else ""


def _title_piece(metadata: BulletinMetadata, theme: Theme) -> str:
    subtitle = f'<p class="subtitle">{text(metadata.subtitle)}</p>' if metadata.subtitle else ""
    return (
        f'<div class="title-piece">{_stamp(metadata)}{_folio(metadata)}{_logo(metadata, theme)}'
        f'<p class="masthead">{text(theme.marks.masthead or metadata.title)}</p>{subtitle}</div>'
    )


def _logo(metadata: BulletinMetadata, theme: Theme) -> str:
    if not theme.marks.logo:
        return ""
    return f'<img class="logo" src="{LOGO_URL}" alt="{text(metadata.publisher or metadata.title)}"/>'


def cover(bulletin: Bulletin, theme: Theme) -> str:
    """The cover: title, subtitle, and the first headlines."""
    metadata = bulletin.metadata
    leads = "".join(
        f'<div class="lead">'
        f'{f"""<p class="kicker">{text(article.metadata.kicker)}</p>""" if article.metadata.kicker else ""}'
        f'<p class="cover-headline"{own_language(article, metadata, turning=False)}>{text(title(article))}</p></div>'
        for article in bulletin.articles[:COVER_HEADLINES]
    )
    subtitle = f'<p class="cover-subtitle">{text(metadata.subtitle)}</p>' if metadata.subtitle else ""
    return (
        f'<div class="cover">{_stamp(metadata)}{_folio(metadata)}{_logo(metadata, theme)}'
        f'<p class="cover-title">{text(theme.marks.masthead or metadata.title)}</p>{subtitle}{leads}</div>'
    )


def _letterhead(metadata: BulletinMetadata, theme: Theme) -> str:
    """Who sends it, on both sides of the mark where two languages say so; below it, of what kind it is and when."""
    first, *second = (_sender(sender, metadata) for sender in metadata.letterhead)
    mark = _logo(metadata, theme)
    kind = " two" if second else ""
    subtitle = f'<p class="subtitle">{text(metadata.subtitle)}</p>' if metadata.subtitle else ""
    parts = [text(part) for part in folio_parts(metadata)[:2] if part]
    folio = f'<p class="folio">{" · ".join(parts)}</p>' if parts else ""
    name = text(theme.marks.masthead or metadata.title)
    return (
        f'<div class="letterhead{kind}">{first if second else ""}{mark}{"".join(second) or first}</div>'
        f'<div class="release"><div><p class="masthead">{name}</p>{subtitle}</div>'
        f'<div class="release-lines">{"".join(_release(metadata))}{folio}</div></div>'
    )


def _sender(sender: Sender, metadata: BulletinMetadata) -> str:
    own = language(sender.language, direction(sender.language)) if sender.language != metadata.language else ""
    lines = "".join(f'<p class="address">{linked(line)}</p>' for line in sender.address)
    return f'<div class="sent"{own}><p class="sender">{text(sender.name)}</p>{lines}</div>'


def _release(metadata: BulletinMetadata) -> Iterator[str]:
    for tag, words in release_lines(metadata):
        own = language(tag, direction(tag)) if tag != metadata.language else ""
        yield f'<p class="release-line"{own}>{text(words)}</p>'
