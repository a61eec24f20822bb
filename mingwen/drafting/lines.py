"""Bytes → lines with their numbers."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from mingwen.errors import UsageError
from mingwen.model import Guess, Place, Text

# Zero-width characters that browsers and editors leave at the edges of a line.
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number from 1, its words without indent, the indent as it was, and the cells that
    tabs part it into (none where there is no tab inside)."""

    number: int
    text: str
    indent: str = ""
    cells: tuple[str, ...] = ()


def decode(data: bytes, path: str) -> tuple[str, tuple[Guess, ...]]:
    """UTF-8, UTF-16 with a mark, or GB18030 (which covers GBK and GB2312); raises UsageError for anything else."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name, path), ()
    try:
        return _strictly(data, "utf-8", path), ()
    except UsageError:
        text = _strictly(data, "gb18030", path)
    message = Text(
        "不是 UTF-8，按 GB18030（含 GBK、GB2312）读取；稿件存为 UTF-8",
        "Not UTF-8; read as GB18030 (GBK, GB2312). The manuscript is UTF-8",
    )
    return text, (Guess(0, "encoding", message),)


def _strictly(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UsageError(
            Place(path),
            Text("读不出文字：它不是 UTF-8 或 GB18030 的纯文本", "cannot be read as UTF-8 or GB18030 plain text"),
            Text(
                "请在原来的程序里另存为“纯文本（UTF-8）”再导入",
                "Save it as plain text (UTF-8) in the program it came from, then import that",
            ),
        )
    return text


def split(text: str) -> tuple[Line, ...]:
    """The lines that hold something. White space at the edges goes; tabs and the like inside become spaces."""
    found = []
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        words = raw.strip().strip(_INVISIBLE).strip()
        if words:
            indent = raw[: len(raw) - len(raw.lstrip())]
            # A row may begin with an empty cell, but a tab before a single line is its indent.
            cells = tuple(cell.strip() for cell in raw.split("\t")) if "\t" in words else ()
            found.append(Line(number, re.sub(r"[^\S \u3000\u00a0]+", " ", words), indent, cells))
    return tuple(found)
