"""One build of a site at a time: a lock on .mingwen/lock, freed by the system even when a build is killed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mingwen.errors import WriteError
from mingwen.model import Place, Text
from mingwen.reasons import reason


@contextmanager
def locked(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a site; calls `waiting` once if somebody else holds it, then waits.

    Where the system has no file locks (Windows), it goes on without. Raises WriteError where .mingwen/ cannot be made.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = _open(root / ".mingwen")
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _open(folder: Path) -> int:
    try:
        folder.mkdir(exist_ok=True)
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise WriteError(
            Place(".mingwen/"),
            Text(f"写不进去：{reason(error).zh}", f"cannot be written: {reason(error).en}"),
            Text("请检查网站文件夹的权限和磁盘空间", "Check the permissions of the site's folder, and the disk"),
        ) from error
