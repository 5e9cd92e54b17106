"""A judge that stays: a question and an answer a line, as JSON."""

import atexit
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class Companion:
    """A program that answers line by line until the tests end."""

    def __init__(self, command: Sequence[str | Path], around: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        atexit.register(self.close)

    def answer(self, question: Mapping[str, object]) -> Any:
        """What the judge says of one file."""
        asked, told = self._process.stdin, self._process.stdout
        assert asked is not None
        assert told is not None
        asked.write(json.dumps(question) + "\n")
        asked.flush()
        line = told.readline()
        assert line, f"a judge ended at {question}"
        return json.loads(line)

    def close(self) -> None:
        """Lets the judge go."""
        with self._process:
            pass
