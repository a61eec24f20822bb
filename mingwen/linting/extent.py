"""How much room text takes, without a browser: bounds that hold whatever the font, never exact figures.

Sizes are CSS px. "At least" figures are for saying that something surely does not fit, "at most" for surely fits.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

from mingwen.linting.cascade import style
from mingwen.linting.css.media import Media
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, squeeze

# Narrow and wide average of a Latin letter or digit in common fonts, in em; Han characters fill 1 em.
NARROW, WIDE = 0.36, 0.68
# line-height: normal is never less than this in common fonts.
TIGHTEST = 1.1
STACKED = frozenset({"block", "list-item", "flow-root", "block ruby"})
INLINE = frozenset({"inline", "contents"})


@lru_cache(maxsize=4096)
def ems(text: str, letter: float) -> float:
    """Width of a line of text in em, with `letter` for what is not East Asian wide."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return wide + letter * (len(text) - wide)


def font_size(own: Style) -> float:
    """Computed font size; px."""
    known: float | None = own.memory.get("font size")
    if known is None:
        known = own.memory["font size"] = float(own.get("font-size")[:-2])
    return known


def line_height(own: Style) -> float:
    """Height of one line, at least; px."""
    value = own.get("line-height")
    if value == "normal":
        return TIGHTEST * font_size(own)
    return float(value[:-2]) if value.endswith("px") else float(value) * font_size(own)


def room(node: Node, media: Media | None = None) -> float:
    """The width that lines in an element can have, at most; px. The viewport's where nothing says less."""
    at: Node | None = node
    widest = style(node, media).media.width
    while at:
        own = style(at, media)
        for name in ("width", "max-width"):
            size = own.px(name) if own.get("display") != "inline" else None
            if size is not None:
                widest = min(widest, size)
        if own.get("overflow-x") in {"auto", "scroll"} or own.get("position") in {"absolute", "fixed"}:
            break
        at = at.parent
    return widest


def known_room(node: Node, media: Media | None = None) -> bool:
    """Whether an element or one above it names its width in px, so that lines are surely no longer."""
    viewport = style(node, media).media.width
    return room(node, media) < viewport


def least_height(node: Node, media: Media | None = None) -> float:
    """The height that the lines of an element need, at least. What floats or stands side by side is left out; px."""
    total = 0.0
    stack = [node]
    while stack:
        at = stack.pop()
        own = style(at, media)
        text, inner = inline_text(at, media)
        stack.extend(inner)
        if text:
            wraps = own.get("white-space") not in {"nowrap", "pre"}
            width = ems(text, NARROW) * font_size(own)
            lines = math.ceil(width / max(room(at, media), 1.0)) if wraps else 1
            total += lines * line_height(own)
    return total


def inline_text(node: Node, media: Media | None = None) -> tuple[str, list[Node]]:
    """The text in the lines of an element, and the blocks stacked in it."""
    words: list[str] = []
    blocks: list[Node] = []
    stack: list[Node | str] = list(reversed(node.contents))
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
            continue
        own = style(item, media)
        if own.get("float") != "none" or own.get("position") in {"absolute", "fixed"}:
            continue
        shown = own.get("display")
        if shown in INLINE:
            stack.extend(reversed(item.contents))
        elif shown in STACKED:
            blocks.append(item)
    return squeeze("".join(words)), blocks


def least_width(node: Node, media: Media | None = None) -> float:
    """The width of the one line that an element with white-space: nowrap makes, at least: its text and images; px."""
    text, _ = inline_text(node, media)
    pictures = 0.0
    for item in node.children:
        if item.tag == "img":
            size = style(item, media).px("width")
            pictures += size or 0.0
    return ems(text, NARROW) * font_size(style(node, media)) + pictures
