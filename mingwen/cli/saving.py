"""A file that a command writes: whole, or as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from mingwen.errors import WriteError
from mingwen.model import Place, Text
from mingwen.reasons import reason


def check(path: Path) -> None:
    """That a report can be written there: said before the work, not after it. Raises WriteError."""
    if path.is_dir():
        code = errno.EISDIR
    elif not path.parent.is_dir():
        code = errno.ENOENT
    elif not os.access(path.parent, os.W_OK):
        code = errno.EACCES
    else:
        return
    raise _unwritable(path, reason(OSError(code, os.strerror(code))))


def save(path: Path, words: str) -> None:
    """Write a report whole, or leave what stood there."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(words, "utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _unwritable(path, reason(error)) from error


def _unwritable(path: Path, why: Text) -> WriteError:
    return WriteError(
        Place(str(path)),
        Text(f"写不进去（{why.zh}）", f"This cannot be written ({why.en})"),
        Text("请换一个位置，或检查文件夹权限", "Choose another place, or check the folder"),
    )
