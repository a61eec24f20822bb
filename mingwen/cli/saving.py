"""A file that a command writes: whole, or as it was."""

from __future__ import annotations

from pathlib import Path

from mingwen.errors import WriteError
from mingwen.model import Place, Text
from mingwen.reasons import reason


def save(path: Path, words: str) -> None:
    """Write a report whole, or leave what stood there."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(words, "utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        why = reason(error)
        raise WriteError(
            Place(str(path)),
            Text(f"写不进去（{why.zh}）", f"This cannot be written ({why.en})"),
            Text("请换一个位置，或检查文件夹权限", "Choose another place, or check the folder"),
        ) from error
