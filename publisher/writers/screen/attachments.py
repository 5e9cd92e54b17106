"""The bulletin's data beside its pages: each article as ninjs 3.1, attached as what the pages were made from."""

import pikepdf
from pikepdf import AttachedFileSpec, Name

from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Report
from publisher.writers.finishing import pdf_date
from publisher.writers.heads import keyed, title
from publisher.writers.ninjs import write_item


def attach(pdf: pikepdf.Pdf, bulletin: Bulletin, media: Media) -> None:
    """Attaches the articles, redacted as all in the output folder is (ISO 19005-3, 6.8)."""
    date = pdf_date(bulletin.metadata)
    for number, (key, article) in enumerate(keyed(bulletin), 1):
        file = f"{key}.ninjs.json"
        # What leads nowhere was told of by the pages.
        pdf.attachments[file] = AttachedFileSpec(
            pdf,
            write_item(bulletin, number, media, Report()),
            filename=file,
            description=title(article) or bulletin.metadata.title,
            mime_type="application/json",
            creation_date=date,
            mod_date=date,
            relationship=Name.Source,
        )
