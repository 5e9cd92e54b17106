"""Losses: told once by kind, quoted only where the editor sees it."""

from publisher.readers.origin import Origin
from publisher.readers.pandoc.losses import Losses
from publisher.report import Report


def test_each_kind_is_told_once_at_its_first_place() -> None:
    losses, report = Losses(Origin("a.md", "one\ntwo secret\n")), Report()
    losses.dropped("A comment", "secret")
    losses.dropped("A comment", "other")
    losses.plain("Struck-out text", "one")
    losses.tell(report)
    comment, struck = report.findings
    assert (comment.code, comment.where.line, comment.where.column) == ("pandoc.dropped", 2, 5)
    assert (comment.before, comment.after) == ("secret\nother", "")
    assert "2 times" in comment.message
    assert (struck.code, struck.before) == ("pandoc.plain", None)


def test_what_was_lost_is_no_part_of_what_is_published() -> None:
    losses, report = Losses(Origin("a.md")), Report()
    losses.dropped("A comment", "secret")
    losses.tell(report)
    assert "secret" not in str(report.findings[0].redacted())
    losses.tell(report)
    assert len(report.findings) == 1
