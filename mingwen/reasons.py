"""What the system says when it refuses, in words for people."""

from __future__ import annotations

import errno

from mingwen.model import Text

_REASONS = {
    errno.ENOENT: Text("没有这个文件或文件夹", "no such file or folder"),
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.ENOSPC: Text("磁盘满了", "the disk is full"),
    errno.EDQUOT: Text("磁盘配额用完了", "the disk quota is used up"),
    errno.EROFS: Text("文件系统是只读的", "the file system is read-only"),
    errno.EISDIR: Text("这是一个文件夹", "this is a folder"),
    errno.ENOTDIR: Text("那里是一个文件，不是文件夹", "a file stands where the folder belongs"),
    errno.ENAMETOOLONG: Text("名字太长", "the name is too long"),
    errno.EXDEV: Text("两处不在同一个文件系统里", "the two places lie on different file systems"),
    errno.EFBIG: Text("文件太大，系统不让写", "the system allows no file of this size"),
}


def reason(error: OSError) -> Text:
    """Why, without a stop; the system's own words where we have none."""
    said = error.strerror or str(error) or type(error).__name__
    return _REASONS.get(error.errno or 0, Text(f"系统说：{said}", f"the system says: {said}"))
