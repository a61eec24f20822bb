"""How large the content of a box is at least, without a browser: its lines, its pictures, and boxes of a set size.

Sizes are CSS px. What floats, is positioned or stands side by side is left out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from mingwen.linting.cascade import style
from mingwen.linting.css.media import Media
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, squeeze
from mingwen.linting.extent import INLINE, NARROW, ems, font_size, line_height, room

STACKED = frozenset({"block", "list-item", "flow-root", "block ruby"})
BLOCKS = STACKED | {"table", "flex", "grid"}
ONE_LINE = frozenset({"nowrap", "pre"})
BREAK = "\n"


@dataclass(slots=True)
class Flow:
    """The words in the lines of an element, br as a line feed, its pictures there, and the blocks in it."""

    words: list[str] = field(default_factory=list)
    pictures: list[Style] = field(default_factory=list)
    blocks: list[Node] = field(default_factory=list)

    def lines(self, white_space: str) -> list[str]:
        """The texts between line breaks; white space is kept where `white_space` is "pre"."""
        text = "".join(self.words)
        if white_space == "pre":
            return [line for line in text.split(BREAK) if line.strip()]
        return [line for line in map(squeeze, text.split(BREAK)) if line]


def flow(node: Node, media: Media | None = None) -> Flow:
    """What stands in the lines of an element, and below them."""
    found = Flow()
    kept = style(node, media).get("white-space") == "pre"
    stack: list[Node | str] = list(reversed(node.contents))
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            found.words.append(item if kept else item.replace(BREAK, " "))
            continue
        own = style(item, media)
        if own.get("float") != "none" or own.get("position") in {"absolute", "fixed"}:
            continue
        shown = own.get("display")
        if item.tag == "br":
            found.words.append(BREAK)
        elif item.tag == "img" and shown.startswith("inline"):
            found.pictures.append(own)
        elif shown in INLINE:
            stack.extend(reversed(item.contents))
        elif shown in BLOCKS:
            found.blocks.append(item)
    return found


def inline_text(node: Node, media: Media | None = None) -> str:
    """The text in the lines of an element, white space collapsed."""
    return squeeze("".join(flow(node, media).words))


def least_height(node: Node, media: Media | None = None, *, sized: bool = False) -> float:
    """The height that the lines of an element need, at least. `sized` counts boxes and pictures of a set height too."""
    total = 0.0
    stack = [node]
    while stack:
        at = stack.pop()
        own = style(at, media)
        if at is not node:
            height = own.px("height") if sized else None
            if height is not None and at.has_text:
                total += height
            if height is not None or own.get("overflow-y") != "visible" or own.get("display") not in STACKED:
                continue
        inside = flow(at, media)
        stack.extend(inside.blocks)
        white_space = own.get("white-space")
        widest = max(room(at, media), 1.0)
        lines = 0
        for line in inside.lines(white_space):
            width = ems(line, NARROW) * font_size(own)
            lines += 1 if white_space in ONE_LINE else max(1, math.ceil(width / widest))
        pictures = [size for each in inside.pictures if (size := each.px("height"))] if sized else []
        total += max([lines * line_height(own), *pictures])
    return total


def least_width(node: Node, media: Media | None = None) -> float:
    """The width of the lines that cannot be broken in an element, at least: their text and pictures."""
    widest = 0.0
    stack = [node]
    while stack:
        at = stack.pop()
        own = style(at, media)
        if at is not node and (own.get("overflow-x") != "visible" or own.get("display") not in STACKED):
            continue
        inside = flow(at, media)
        stack.extend(inside.blocks)
        if (white_space := own.get("white-space")) in ONE_LINE:
            lines = inside.lines(white_space)
            pictures = 0.0 if len(lines) > 1 else sum(each.px("width") or 0.0 for each in inside.pictures)
            widest = max([widest, pictures, *(pictures + ems(line, NARROW) * font_size(own) for line in lines)])
    return widest


def set_width(node: Node, media: Media | None = None) -> float:
    """The width of the widest box with text in an element that has one of its own; 0 for none."""
    widest = 0.0
    stack = flow(node, media).blocks
    while stack:
        at = stack.pop()
        own = style(at, media)
        if at.has_text:
            widest = max(widest, fixed_width(own))
        if own.get("overflow-x") == "visible" and own.get("display") in STACKED:
            stack.extend(flow(at, media).blocks)
    return widest


def fixed_width(own: Style) -> float:
    """The width that a box cannot go below; px, 0 where there is none."""
    least = own.px("min-width") or 0.0
    width, limit = own.px("width"), own.get("max-width")
    if width is None or (limit != "none" and (own.px("max-width") or 0.0) < width):
        return least
    return max(width, least)
