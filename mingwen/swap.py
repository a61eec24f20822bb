"""Put a finished folder in the place of another, so that a reader sees the old one or the new one and never half."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(new: Path, place: Path) -> Path | None:
    """`new` comes to stand at `place`; returns where the old folder went, or None if there was none.

    Both must lie on one file system. On Linux the exchange is one system call (renameat2); elsewhere two renames,
    with the first undone if the second fails. Raises OSError; `place` then still holds what it held.
    """
    if not place.exists():
        new.rename(place)
        return None
    if _exchange(new, place):
        return new
    old = new.with_name(new.name + ".old")
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    return old


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(number, os.strerror(number), str(other))


def link_or_copy(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the file system knows no hard links.

    Whoever links must never write into the file afterwards: both names show the change.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(source, target)
