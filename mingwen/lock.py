"""One build of a site at a time: a lock on .mingwen/lock, freed by the system even when a build is killed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a site; calls `waiting` once if somebody else holds it, then waits.

    Where the system has no file locks (Windows), it goes on without.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder = root / ".mingwen"
    folder.mkdir(exist_ok=True)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
