"""The Open XML SDK's validator, which stays: `python openxml.py FOLDER`, where FOLDER is laid out; see `companion`."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from clr_loader import get_coreclr
from pythonnet import set_runtime

ASSEMBLIES = ("System.IO.Packaging", "DocumentFormat.OpenXml.Framework", "DocumentFormat.OpenXml")


def load(folder: Path) -> None:
    """Starts .NET, and the SDK in it."""
    os.environ |= {"DOTNET_ROOT": str(folder), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    set_runtime(get_coreclr(runtime_config=str(folder / "rc.json"), dotnet_root=str(folder)))
    import clr

    for name in ASSEMBLIES:
        clr.AddReference(str(folder / "lib" / f"{name}.dll"))


def faults(path: str) -> list[str]:
    """What is wrong with a DOCX by the schemas of Microsoft 365; that it can't be opened, too."""
    from DocumentFormat.OpenXml import FileFormatVersions
    from DocumentFormat.OpenXml.Packaging import WordprocessingDocument
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator
    from System import Exception as Fault

    try:
        document = WordprocessingDocument.Open(path, False)
    except Fault as error:
        return [str(error)]
    try:
        validator = OpenXmlValidator(FileFormatVersions.Microsoft365)
        validator.MaxNumberOfErrors = 0
        return [_told(error) for error in validator.Validate(document)]
    except Fault as error:
        return [str(error)]
    finally:
        document.Dispose()


def _told(error: Any) -> str:
    place = f"{error.Part.Uri if error.Part else ''}{error.Path.XPath if error.Path else ''}"
    return f"{error.Id}: {error.Description} ({place})"


if __name__ == "__main__":
    load(Path(sys.argv[1]))
    for line in sys.stdin:
        sys.stdout.write(json.dumps(faults(json.loads(line)["file"])) + "\n")
        sys.stdout.flush()
