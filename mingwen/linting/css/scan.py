"""CSS values as text: cut into parts, and numbers written as browsers write them."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER = r"[+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?"
# Values whose brackets nest deeper are dropped; no author writes them, and walking them takes the stack.
DEEPEST = 32
PIECE = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\\.|[()\[\]{}]|[,/]|\s+|[^\"'\\()\[\]{},/\s]+|.", re.DOTALL)


@lru_cache(maxsize=8192)
def parts(text: str) -> tuple[str, ...]:
    """Blank-separated parts of a value; functions stay whole, commas and slashes are parts of their own."""
    found: list[str] = []
    part: list[str] = []
    depth = 0
    for piece in PIECE.findall(text):
        if depth == 0 and (piece in {",", "/"} or piece.isspace()):
            if part:
                found.append("".join(part))
                part = []
            if not piece.isspace():
                found.append(piece)
            continue
        depth += (piece in {"(", "[", "{"}) - (piece in {")", "]", "}"})
        part.append(piece)
    if part:
        found.append("".join(part))
    return tuple(found)


def split(text: str, at: str = ",") -> list[str]:
    """Text cut at commas (or slashes) outside of brackets and quotes, each piece trimmed."""
    pieces: list[list[str]] = [[]]
    depth = 0
    for piece in PIECE.findall(text):
        if depth == 0 and piece == at:
            pieces.append([])
            continue
        depth += (piece in {"(", "[", "{"}) - (piece in {")", "]", "}"})
        pieces[-1].append(piece)
    return ["".join(piece).strip() for piece in pieces]


def depth(text: str) -> int:
    """How deep brackets nest."""
    deepest = now = 0
    for sign in text:
        if sign in "([{":
            now += 1
            deepest = max(deepest, now)
        elif sign in ")]}":
            now -= 1
    return deepest


def number(value: float) -> str:
    """Six significant digits, no trailing zeros, as getComputedStyle prints."""
    shown = f"{value:.6g}"
    return "0" if shown == "-0" else shown
