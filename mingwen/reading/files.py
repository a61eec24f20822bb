"""What lies in content/ and static/: manuscripts, column descriptions, and everything else, which is copied."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from mingwen.model import Finding, Place
from mingwen.reading.outcome import fail

COLUMN = "_column.md"
LEFT_OVERS = (".tmp", ".bak", ".swp", "~")
UNWANTED = {"Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file below a folder; `path` uses "/" and is in Unicode's composed form, `file` is where it really lies."""

    path: str
    file: Path


def walk(folder: Path, shown: str) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """All files below `folder`, sorted by path, without hidden ones and those that programs leave behind.

    `shown` is what messages call the folder. Names that are no UTF-8 cannot become URLs: they are left out, with
    a finding.
    """
    found: list[Found] = []
    findings: list[Finding] = []

    def unreadable(error: OSError) -> None:
        place = Place(shown if error.filename == str(folder) else f"{shown}/{Path(error.filename).name}")
        findings.append(fail("file", place, f"文件夹读不了：{error.strerror}。", f"Cannot be read: {error.strerror}."))

    for here, folders, names in os.walk(folder, onerror=unreadable if folder.is_dir() else None):
        folders[:] = [name for name in folders if not name.startswith((".", "~"))]
        for file in (Path(here) / name for name in names if wanted(name)):
            path = unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
            if readable := _readable(path):
                zh, en = "文件名不是 UTF-8 编码，请给它改名。", "The file's name is not UTF-8; rename it."
                findings.append(fail("encoding", Place(f"{shown}/{readable}"), zh, en))
            else:
                found.append(Found(path, file))
    return tuple(sorted(found, key=lambda each: each.path)), tuple(findings)


def _readable(path: str) -> str:
    """A path that is no UTF-8 as it probably reads, or "" for all others."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("gb18030", "replace")
    return ""


def wanted(name: str) -> bool:
    """Whether a file is somebody's work: not hidden, and not left behind by a program."""
    return not (name.startswith((".", "~$", "#")) or name.endswith(LEFT_OVERS) or name in UNWANTED)


def content(file: Path, path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a file, or a finding that says why it cannot be read."""
    try:
        return file.read_bytes(), ()
    except OSError as error:
        why = error.strerror or str(error)
        return None, (fail("file", Place(path), f"文件读不了：{why}。", f"The file cannot be read: {why}."),)
