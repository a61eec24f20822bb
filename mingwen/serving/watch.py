"""What files look like now, so that a change is seen by comparing two looks."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

Look = dict[str, tuple[int, int]]


def look(paths: Iterable[Path]) -> Look:
    """Path → (modification time in ns, size in bytes) of all files at or below `paths`.

    Hidden files and editors' leftovers (~, .swp, ~$) are passed over; a path that is not there is no error.
    """
    seen: Look = {}
    waiting = [str(path) for path in paths]
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "~$")) or entry.name.endswith(("~", ".swp", ".tmp")):
                        continue
                    if entry.is_dir():
                        waiting.append(entry.path)
                    else:
                        stat = entry.stat()
                        seen[entry.path] = (stat.st_mtime_ns, stat.st_size)
        except NotADirectoryError:
            if sign := glance(path):
                seen[path] = sign
        except OSError:
            # Not there, or gone while we looked: the next look tells.
            continue
    return seen


def glance(path: str) -> tuple[int, int] | None:
    """How one file looks; None if it is not there."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - asked many times a second
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def changed(before: Look, after: Look) -> tuple[str, ...]:
    """Paths that were added, altered or removed between two looks, sorted."""
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))
