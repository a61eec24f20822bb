"""What a tree holds: which of its files a build of ours left there, untouched since."""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from mingwen import manifest

SIGN = struct.Struct("<qqQ")
# Modification time in ns, size in bytes, inode, as bytes: that takes a third of the memory of three numbers. Not the
# change time: another name for the file changes that too.
Sign = bytes


@dataclass(frozen=True, slots=True)
class Memory:
    """How a build left site/: the sign of each file, the SHA-256 of each of ours, the paths in which the spare differs,
    and which folders (inodes of site/ and of the spare) all this is true of."""

    signs: dict[str, Sign] = field(default_factory=dict)
    shas: dict[str, str] = field(default_factory=dict)
    differs: frozenset[str] = frozenset()
    folders: tuple[int, int] = (0, 0)
    listed: Sign | None = None


class Holding:
    """The tree at `out`; `memory` is how the last build left it."""

    def __init__(self, out: Path, memory: Memory) -> None:
        self.out = out.resolve()
        self.memory = memory
        self.live = look(self.out)
        listed = self.live.pop(manifest.NAME, None)
        known = listed is not None and listed == memory.listed
        self.old = memory.shas if known else manifest.load(self.out)

    def holds(self, path: str, sha: str) -> bool:
        """Whether the old tree has this file of ours, untouched by anybody since it was written."""
        if self.old.get(path) != sha or path not in self.live:
            return False
        if self.memory.signs.get(path) == self.live[path] and self.memory.shas.get(path) == sha:
            return True
        with suppress(OSError):
            return manifest.digest(self.out / path) == sha
        return False


def look(folder: Path) -> dict[str, Sign]:
    """Path → sign of all files below a folder; nothing where there is no folder."""
    seen: dict[str, Sign] = {}
    waiting = [("", os.fspath(folder))]
    while waiting:
        below, here = waiting.pop()
        try:
            entries = os.scandir(here)
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{below}{entry.name}/", entry.path))
                else:
                    seen[below + entry.name] = _signed(entry.stat(follow_symlinks=False))
    return seen


def sign(path: Path) -> Sign | None:
    """The sign of a file, or None where there is none."""
    try:
        stat = os.lstat(path)
    except OSError:
        return None
    return _signed(stat)


def _signed(stat: os.stat_result) -> Sign:
    return SIGN.pack(stat.st_mtime_ns, stat.st_size, stat.st_ino)
