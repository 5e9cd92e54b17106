"""Many bulletins at once: a crew of warm workers, a journal that a broken run goes on from, a catalogue."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from publisher.batch.catalogue import INDEX, PAGE, index, page
from publisher.batch.crew import Crew
from publisher.batch.journal import Journal
from publisher.batch.work import Job, Record, do
from publisher.errors import ExitCode, SourceError
from publisher.publish import publish
from publisher.settings import FILE


class Manner(NamedTuple):
    """How the bulletins are built: what each job says beside its folder, and by how many workers."""

    job: Job
    workers: int


def build_all(folders: Sequence[Path], out: Path, manner: Manner, tell: Callable[[Record], None]) -> list[Record]:
    """What became of each bulletin of *folders*, in their order; each is told when it is done.

    They stand in folders of their own below *out*, with the journal and the catalogue. One that can't be built harms
    no other. An OutputError where *out* can't be written, or another run is at work there.
    """
    places = places_of(folders)
    with Journal(out) as journal, Crew(do, manner.workers) as crew:
        jobs = [
            msgspec.json.encode(
                msgspec.structs.replace(
                    manner.job, folder=str(folder), output=str(out / place), place=place, before=journal.record(place)
                )
            )
            for folder, place in places.items()
        ]
        for job, answer in crew.results(jobs):
            record = answered(job, answer)
            journal.note(record)
            tell(record)
        records = [found for place in places.values() if (found := journal.record(place))]
    publish({INDEX: index(records), PAGE: page(records)}, out)
    return records


def answered(job: bytes, answer: bytes | None) -> Record:
    """The record in *answer*; one of a failure where the worker ended without any."""
    if answer is not None:
        return msgspec.json.decode(answer, type=Record)
    asked = msgspec.json.decode(job, type=Job)
    return Record(
        asked.place,
        asked.folder,
        "failed",
        code=ExitCode.BUG,
        error="its worker was ended from outside, perhaps for want of memory",
        hint="build it by itself: publisher build FOLDER",
    )


def places_of(folders: Sequence[Path]) -> dict[Path, str]:
    """Bulletin's folder → where it goes below the output folder: its path below what all of them stand in."""
    found = list(dict.fromkeys(path for folder in folders for path in _bulletins(folder)))
    shared = _shared([path.resolve() for path in found])
    return {path: path.resolve().relative_to(shared).as_posix() for path in found}


def _bulletins(folder: Path) -> list[Path]:
    """The folder itself, or the bulletins in it where it is no bulletin but holds some."""
    if not folder.is_dir():
        raise SourceError(f"{folder}: is no folder", "name folders, each with the texts of a bulletin")
    if (folder / FILE).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"*/{FILE}")) or [folder]


def _shared(paths: Sequence[Path]) -> Path:
    """The innermost folder that holds all of *paths*, and is none of them."""
    first, *rest = paths
    return next(above for above in first.parents if all(above in path.parents for path in rest))
