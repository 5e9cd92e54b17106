"""What we teach WeasyPrint at run time, one lesson a module.

A lesson names the functions of the engine that it touches, with their fingerprints. Where one of them isn't the
function that the lesson was written for, the engine is left as it is.
"""

import functools
import importlib

from publisher.writers.pages.typeset.guard import changed

LESSONS: tuple[str, ...] = ("footnotes", "edges", "columns", "linebreaks", "tracking", "lines")


@functools.cache
def teach() -> tuple[str, ...]:
    """Teaches the lessons, once a process; returns what stood in the way of those that weren't taught."""
    engine = importlib.import_module("weasyprint")
    refused = []
    for name in LESSONS:
        lesson = importlib.import_module(f"{__name__}.{name}")
        if unlike := changed(lesson.TOUCHED, engine.__version__):
            refused.append(f"{name}: {', '.join(unlike)}")
        else:
            lesson.teach()
    return tuple(refused)
