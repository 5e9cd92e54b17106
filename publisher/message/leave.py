"""Leave to send: what is withheld or unapproved never goes out, what is embargoed only under its embargo."""

import datetime

from publisher.embargo import is_held
from publisher.errors import WithheldError
from publisher.message.editions import Edition


def check_leave(edition: Edition, under_embargo: bool, now: datetime.datetime | None) -> None:
    """A WithheldError where *edition* must not be sent at *now* (None: by the clock)."""
    metadata = edition.manifest.bulletin
    until, held, proof = metadata.embargoed_until, is_held(metadata, now), metadata.proof
    if "DRAFT" in proof:
        hint = "run `publisher approve DIR --by NAME` when it has been read, and build it again"
        raise WithheldError(f"{edition.path}: nobody has approved this content; it is not sent", hint)
    if held and "EMBARGOED" not in proof:
        raise WithheldError(
            f"{edition.path}: is embargoed until {until}, and its files don't say so; it is not sent",
            "build it again (without --now): its files then bear the stamp, and go out with --under-embargo",
        )
    if held and not under_embargo:
        hint = "send it after that hour, or with --under-embargo to those who keep it"
        raise WithheldError(f"{edition.path}: is embargoed until {until}; it is not sent", hint)
    if not held and "EMBARGOED" in proof:
        hint = "build it again: the same sources now make clean files"
        raise WithheldError(f"{edition.path}: says that it is embargoed, but the hour has come; it is not sent", hint)
