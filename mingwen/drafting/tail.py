"""The foot of an article page: what stands below the article and is none of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mingwen.drafting.attachments import goes_on, is_file, is_label
from mingwen.drafting.furniture import is_foot, is_neighbour, is_tools
from mingwen.drafting.lines import Line
from mingwen.drafting.metadata import BELOW, labelled
from mingwen.drafting.numbering import numbered

# How many lines from the end a footer may begin, and how long its lines may be.
_NEAR = 20
_SHORT = 120


@dataclass(frozen=True, slots=True)
class Tail:
    """The lines of the body, the metadata lines below it, and what was left out."""

    body: tuple[Line, ...]
    said: tuple[Line, ...] = ()
    tools: tuple[Line, ...] = ()


def tail(lines: Sequence[Line]) -> Tail:
    """Take the furniture from the end; lines in the midst of the body are never touched."""
    foot = _foot(lines)
    tools, said, kept = list(lines[foot:]), [], list(lines[:foot])
    at = len(kept) - 1
    while at >= 0:
        text = kept[at].text
        if is_tools(text) or is_neighbour(text):
            tools.append(kept.pop(at))
        elif (said_here := labelled(text)) and all(one.field in BELOW for one in said_here):
            said.append(kept.pop(at))
        elif is_label(text) and not (at + 1 < len(kept) and goes_on(kept[at + 1].text)):
            tools.append(kept.pop(at))
        elif not (text.startswith("附件") or is_label(text) or is_file(text)):
            # Attachments often stand between the article and the buttons below it.
            break
        at -= 1
    return Tail(tuple(kept), tuple(reversed(said)), tuple(sorted(tools, key=lambda line: line.number)))


def _foot(lines: Sequence[Line]) -> int:
    """Where the footer begins: at the first 版权所有 or the like near the end, if only short lines follow."""
    for at in range(max(len(lines) - _NEAR, 0), len(lines)):
        rest = lines[at:]
        if is_foot(lines[at].text) and not any(len(line.text) > _SHORT or numbered(line.text) for line in rest):
            return at
    return len(lines)
