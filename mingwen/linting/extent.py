"""How much room text takes, without a browser: bounds that hold whatever the font, never exact figures.

Sizes are CSS px. "At least" figures are for saying that something surely does not fit, "at most" for surely fits.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from mingwen.linting.cascade import style
from mingwen.linting.css.media import Media
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node

# Narrow and wide average of a Latin letter or digit in common fonts, in em; Han characters fill 1 em.
NARROW, WIDE = 0.36, 0.68
# line-height: normal is never less than this in common fonts.
TIGHTEST = 1.1
INLINE = frozenset({"inline", "contents"})


class _Wide(dict[str, bool]):
    """Whether a character is East Asian wide: looked up once each, for a page has 7,000."""

    def __missing__(self, sign: str) -> bool:
        self[sign] = unicodedata.east_asian_width(sign) in "WF"
        return self[sign]


_WIDE = _Wide()


@lru_cache(maxsize=4096)
def ems(text: str, letter: float) -> float:
    """Width of a line of text in em, with `letter` for what is not East Asian wide."""
    wide = sum(map(_WIDE.__getitem__, text))
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
        # A table grows with its cells, and flex-grow makes boxes wider than they say.
        sizes = () if own.get("display") == "inline" else ("max-width",) if grows(own) else ("width", "max-width")
        found = [size for name in sizes if (size := own.px(name)) is not None]
        widest = min([widest, *found])
        if "width" in sizes and own.px("width") is not None:
            break
        if own.get("overflow-x") in {"auto", "scroll"} or own.get("position") in {"absolute", "fixed"}:
            break
        at = at.parent
    return widest


def grows(own: Style) -> bool:
    """Whether a box may be wider than its width."""
    return own.get("display").startswith("table") or own.get("flex-grow") != "0"


def known_room(node: Node, media: Media | None = None) -> bool:
    """Whether an element or one above it names its width in px, so that lines are surely no longer."""
    viewport = style(node, media).media.width
    return room(node, media) < viewport
