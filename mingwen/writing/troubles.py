"""What the system says when a folder cannot be written, in words for people."""

from __future__ import annotations

import errno
from pathlib import Path

from mingwen.errors import WriteError
from mingwen.model import Place, Text
from mingwen.reasons import reason


def explained(error: OSError, out: Path) -> WriteError:
    """Full disk, read-only folder and the like, in words; the old tree still stands."""
    what = reason(error)
    space = Text("请腾出空间再来", "Free some space and run again")
    rights = Text(f"请检查 {out.name}/ 和它所在文件夹的权限", f"Check the permissions of {out.name}/ and its parent")
    fixes = {
        errno.ENOSPC: space,
        errno.EDQUOT: space,
        errno.EACCES: rights,
        errno.EPERM: rights,
        errno.ENOTDIR: Text("请把它移到别处", "Move it elsewhere"),
        errno.EROFS: Text("请换一个可写的位置", "Choose a place that can be written"),
    }
    return WriteError(
        Place(f"{out.name}/"),
        Text(
            f"写不进去：{what.zh}；原来的 {out.name}/ 没有动",
            f"cannot be written: {what.en}; the old one was left alone",
        ),
        fixes.get(error.errno or 0, Text("", "")),
    )
