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


def walk(folder: Path) -> tuple[Found, ...]:
    """All files below `folder`, sorted by path, without hidden ones and those that programs leave behind."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "~"))]
        for name in names:
            if wanted(name):
                file = Path(here) / name
                found.append(Found(unicodedata.normalize("NFC", file.relative_to(folder).as_posix()), file))
    return tuple(sorted(found, key=lambda each: each.path))


def wanted(name: str) -> bool:
    return not (name.startswith((".", "~$", "#")) or name.endswith(LEFT_OVERS) or name in UNWANTED)


def content(file: Path, path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a file, or a finding that says why it cannot be read."""
    try:
        return file.read_bytes(), ()
    except OSError as error:
        why = error.strerror or str(error)
        return None, (fail("file", Place(path), f"文件读不了：{why}。", f"The file cannot be read: {why}."),)
