"""Text in columns of a terminal, where a Han character takes two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate, takewhile

# What may not begin a line, and what may not end one.
CLOSING = "，。、；：？！”’）》】」』…,.;:?!)]}"
OPENING = "“‘（《【「『([{"
# What stands by itself in a line, so that the line may break beside it.
PIECES = re.compile(r"\s+|[^\s\u2e80-\u9fff\uff00-\uffef“”‘’]+|.", re.DOTALL)


class _Widths(dict[str, int]):
    """Columns of each character that was ever asked for."""

    def __missing__(self, char: str) -> int:
        self[char] = columns = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        return columns


_columns = _Widths().__getitem__


def width(text: str) -> int:
    """Columns that a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def fit(text: str, columns: int) -> str:
    """At most so many columns, with … where some is left off."""
    if width(text) <= columns:
        return text
    used = accumulate(map(_columns, text))
    return "".join(takewhile(lambda _: next(used) < columns, text)) + "…"


def wrap(text: str, columns: int, indent: str = "") -> str:
    """Lines of at most so many columns; all but the first begin with `indent`. A longer word stays whole."""
    if width(text) <= columns:
        return text.rstrip()
    lines, line = [], ""
    used, blank = 0, True
    for piece in joined(PIECES.findall(text)):
        if not blank and used + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = indent + piece.lstrip()
            used, blank = width(line), not line.strip()
        else:
            line += piece
            used += width(piece)
            blank = blank and piece.isspace()
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
