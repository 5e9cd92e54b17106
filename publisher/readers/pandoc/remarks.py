"""What pandoc says while it reads, as findings."""

from collections.abc import Iterable

from publisher.readers.kinds import Kind
from publisher.readers.pandoc.document import Remark
from publisher.readers.pandoc.scene import Scene
from publisher.report import Where


def tell_remarks(remarks: Iterable[Remark], scene: Scene) -> None:
    """Reports pandoc's warnings, and the pieces of a source that it says it skipped."""
    for remark in remarks:
        where = Where(scene.origin.file, remark.line)
        match remark:
            case Remark(type="NoteDefinedButNotUsed"):
                hint = "call it in the text by [^name], or take it out"
                scene.report.add(
                    "pandoc.dropped", f"a note that nothing calls was left out: {remark.pretty}", where, hint
                )
            case Remark(verbosity="WARNING"):
                scene.report.add("pandoc.warning", f"pandoc says: {remark.pretty}", where)
            # Of a page, it skips tags alone; the words inside stay.
            case Remark(type="SkippedContent") if scene.kind is not Kind.HTML:
                scene.losses.dropped("Markup", remark.contents)
            case _:
                pass  # what pandoc merely did, not what it left out
