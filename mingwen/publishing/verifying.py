"""Whether a folder still holds what was published into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mingwen import manifest
from mingwen.errors import UsageError
from mingwen.model import Place, Text
from mingwen.publishing.tree import digests, readable, tree


@dataclass(frozen=True, slots=True)
class Verified:
    """Paths by what became of them since the manifest was written; `intact` counts the rest."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    intact: int


def verify(folder: Path) -> Verified:
    """Compare a folder with its SHA256SUMS; raises UsageError where folder or manifest is missing or unreadable."""
    if not folder.is_dir():
        missing = Text("没有这个文件夹", "no such folder")
        raise UsageError(
            Place(str(folder)),
            Text("这是一个文件，不是文件夹", "this is a file, not a folder") if folder.exists() else missing,
            Text("请写发布到的文件夹", "Name the folder that was published to"),
        )
    with readable(folder):
        told = manifest.load(folder)
        there = digests(folder, tree(folder)) if told else {}
    if not told:
        raise UsageError(
            Place(str(folder)),
            Text(f"这里没有清单 {manifest.NAME}，无从核对", f"holds no manifest {manifest.NAME} to check against"),
            Text("请指向 mingwen publish 发布到的文件夹", "Name the folder that mingwen publish wrote to"),
        )
    return Verified(
        changed=tuple(sorted(path for path in told.keys() & there.keys() if told[path] != there[path])),
        missing=tuple(sorted(told.keys() - there.keys())),
        extra=tuple(sorted(there.keys() - told.keys())),
        intact=sum(there.get(path) == digest for path, digest in told.items()),
    )
