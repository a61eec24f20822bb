"""Where the keys of a TOML table stand, which tomllib does not tell."""

from __future__ import annotations

import re

from mingwen.model import Place

NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
DOTTED = rf"{NAME}(?:\s*\.\s*{NAME})*"
HEADER = re.compile(rf"^\s*\[\[?\s*({DOTTED})\s*\]")
KEY = re.compile(rf"^\s*({DOTTED})\s*=")
INLINE = re.compile(rf"[{{,]\s*({DOTTED})\s*=")


def places(text: str, path: str, table: tuple[str, ...]) -> dict[tuple[str | int, ...], Place]:
    """Places of the keys of `table` and of the tables in it, by their path below `table`; `()` is its own header."""
    found: dict[tuple[str | int, ...], Place] = {}
    current: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := HEADER.match(line):
            current = _parts(header[1])
            _note(found, current, table, Place(path, number, header.start(1)))
        elif key := KEY.match(line):
            name = (*current, *_parts(key[1]))
            _note(found, name, table, Place(path, number, key.start(1) + 1))
            for inner in INLINE.finditer(line, key.end()):
                _note(found, (*name, *_parts(inner[1])), table, Place(path, number, inner.start(1) + 1))
    return found


def _note(
    found: dict[tuple[str | int, ...], Place], name: tuple[str, ...], table: tuple[str, ...], place: Place
) -> None:
    if name[: len(table)] == table:
        found.setdefault(name[len(table) :], place)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(NAME, dotted))
