"""Lays out the Open XML SDK, and the .NET it runs on, as a host of .NET looks for them.

    python scripts/openxml.py WHEEL FOLDER

WHEEL is python-redlines-docxodus: it carries both, flat, in an archive for each system.
"""

import io
import json
import shutil
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ARCHIVE = "python_redlines_docxodus/_binaries/linux-x64.tar.gz"
ASSEMBLIES = ("DocumentFormat.OpenXml.dll", "DocumentFormat.OpenXml.Framework.dll", "System.IO.Packaging.dll")
FRAMEWORK, RUNTIME = "Microsoft.NETCore.App", "runtimepack.Microsoft.NETCore.App.Runtime"
SYSTEMS = ["linux", "unix-x64", "unix", "any", "base"]


def lay_out(wheel: Path, folder: Path) -> None:
    """Fills *folder*: the host, the framework under its version, the SDK in ``lib``, what to run in ``rc.json``."""
    with tempfile.TemporaryDirectory() as unpacked:
        flat = Path(unpacked)
        with zipfile.ZipFile(wheel) as archive, tarfile.open(fileobj=io.BytesIO(archive.read(ARCHIVE))) as binaries:
            binaries.extractall(flat, filter="data")
        options = json.loads((flat / "redline.runtimeconfig.json").read_text())["runtimeOptions"]
        version = options["includedFrameworks"][0]["version"]
        framework = folder / "shared" / FRAMEWORK / version
        files = _framework_files(json.loads((flat / "redline.deps.json").read_text())["targets"])
        _copy(("libhostfxr.so",), flat, folder / "host/fxr" / version)
        _copy((Path(name).name for kind in files.values() for name in kind), flat, framework)
        _copy(ASSEMBLIES, flat, folder / "lib")
    (framework / f"{FRAMEWORK}.deps.json").write_text(json.dumps(_dependencies(files, version)))
    run = {"tfm": options["tfm"], "framework": {"name": FRAMEWORK, "version": version}}
    (folder / "rc.json").write_text(json.dumps({"runtimeOptions": run}))


def _framework_files(targets: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The framework's own files, managed and native, as the program's list of its dependencies has them."""
    target = targets[max((name for name in targets if name.startswith(".NETCoreApp")), key=len)]
    pack = next(files for name, files in target.items() if name.startswith(RUNTIME))
    return {kind: pack[kind] for kind in ("runtime", "native") if kind in pack}


def _copy(names: Iterable[str], source: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in names:
        shutil.copy(source / name, folder)


def _dependencies(files: dict[str, dict[str, Any]], version: str) -> dict[str, Any]:
    """The framework's list of its files, which its host reads first."""
    name = f"{FRAMEWORK}.Runtime.linux-x64/{version}"
    general = f".NETCoreApp,Version=v{version.split('.', maxsplit=1)[0]}.0"
    return {
        "runtimeTarget": {"name": f"{general}/linux-x64", "signature": ""},
        "compilationOptions": {},
        "targets": {general: {}, f"{general}/linux-x64": {name: files}},
        "libraries": {name: {"type": "package", "serviceable": True, "sha512": ""}},
        "runtimes": {"linux-x64": SYSTEMS},
    }


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]), Path(sys.argv[2]))
