"""Text in columns of a terminal, where a Han character takes two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# What may not begin a line, and what may not end one.
CLOSING = "，。、；：？！”’）》】」』…,.;:?!)]}"
OPENING = "“‘（《【「『([{"
PIECES = re.compile(r"\s+|[^\s\u2e80-\u9fff\uff00-\uffef“”‘’]+|.", re.DOTALL)


def width(text: str) -> int:
    """Columns that a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def fit(text: str, columns: int) -> str:
    """At most so many columns, with … where some is left off."""
    if width(text) <= columns:
        return text
    used, kept = 0, []
    for char in text:
        used += width(char)
        if used > columns - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def wrap(text: str, columns: int, indent: str = "") -> str:
    """Lines of at most so many columns; all but the first begin with `indent`. A longer word stays whole."""
    lines, line = [], ""
    for piece in joined(PIECES.findall(text)):
        if line.strip() and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = indent + piece.lstrip()
        else:
            line += piece
    return "\n".join([*lines, line.rstrip()])


def joined(pieces: Iterable[str]) -> list[str]:
    """Pieces with punctuation kept at the word it belongs to."""
    out: list[str] = []
    for piece in pieces:
        if out and (piece[0] in CLOSING or out[-1][-1] in OPENING):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows with their cells in columns, indented by two."""
    listed = list(rows)
    widest = [max(map(width, cells)) for cells in zip(*listed, strict=True)]
    return "\n".join(
        "  " + "  ".join(cell + " " * (most - width(cell)) for cell, most in zip(row, widest, strict=True)).rstrip()
        for row in listed
    )
