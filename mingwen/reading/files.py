"""What lies in content/ and static/: manuscripts, column descriptions, and everything else, which is copied."""

from __future__ import annotations

import hashlib
import os
import time
import unicodedata
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from mingwen.model import Finding, Place
from mingwen.reading.outcome import fail
from mingwen.reasons import reason

COLUMN = "_column.md"
LEFT_OVERS = (".tmp", ".bak", ".swp", "~")
UNWANTED = {"Thumbs.db", "desktop.ini"}


# Modification and change time in ns, size in bytes, inode: as long as all four stand, so does the content.
Sign = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A file below a folder; `path` uses "/" and is in Unicode's composed form, `file` is where it really lies.
    `sign` is None where the file cannot even be looked at."""

    path: str
    file: str
    sign: Sign | None = None


def walk(folder: Path, shown: str) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """All files below `folder`, sorted by path, without hidden ones and those that programs leave behind.

    `shown` is what messages call the folder. Names that are no UTF-8 cannot become URLs: they are left out, with
    a finding.
    """
    found: list[Found] = []
    findings: list[Finding] = []
    waiting = [("", os.fspath(folder))] if folder.is_dir() else []
    while waiting:
        below, here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = list(entries)
        except OSError as error:
            place = Place(f"{shown}/{Path(here).name}" if below else shown)
            why = reason(error)
            zh, en = f"文件夹读不了：{why.zh}。", f"Cannot be read: {why.en}."
            findings.append(fail("file", place, zh, en))
            continue
        for entry in listed:
            name = entry.name
            if _is_folder(entry):
                if not name.startswith((".", "~")) and not entry.is_symlink():
                    waiting.append((f"{below}{name}/", entry.path))
                continue
            if not wanted(name):
                continue
            path = below + name
            if not path.isascii():
                path = unicodedata.normalize("NFC", path)
                if readable := _readable(path):
                    zh, en = "文件名不是 UTF-8 编码，请给它改名。", "The file's name is not UTF-8; rename it."
                    findings.append(fail("encoding", Place(f"{shown}/{readable}"), zh, en))
                    continue
            found.append(Found(path, entry.path, _sign(entry)))
    found.sort(key=attrgetter("path"))
    return tuple(found), tuple(findings)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _sign(entry: os.DirEntry[str]) -> Sign | None:
    try:
        stat = entry.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


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


def content(file: str, path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a file, or a finding that says why it cannot be read."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - a Path for each of 100,000 files costs more than reading one
            return opened.read(), ()
    except OSError as error:
        why = reason(error)
        return None, (fail("file", Place(path), f"文件读不了：{why.zh}。", f"The file cannot be read: {why.en}."),)


class Digests:
    """SHA-256 and size of files, read again only where a file's sign is not the one remembered.

    A file that was changed less than TOO_NEW before we looked is not remembered: it may change once more within the
    same tick of the clock, and nothing would show it.
    """

    TOO_NEW = 2_000_000_000

    def __init__(self, known: dict[str, tuple[Sign, str]]) -> None:
        self.known = known
        self.seen: dict[str, tuple[Sign, str]] = {}
        self._now = time.time_ns()

    def of(self, found: Found) -> str | None:
        """The digest of a file if it need not be read for that."""
        before = self.known.get(found.file)
        if before is None or before[0] != found.sign:
            return None
        self.seen[found.file] = before
        return before[1]

    def note(self, found: Found, data: bytes) -> str:
        """The digest of a file that was just read."""
        made = hashlib.sha256(data).hexdigest()
        if found.sign is not None and self._now - max(found.sign[:2]) > self.TOO_NEW:
            self.seen[found.file] = found.sign, made
        return made
