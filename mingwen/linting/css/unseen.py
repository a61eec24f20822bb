"""Ways in which CSS keeps a box from being seen though it is rendered: the tricks of "visually hidden" classes."""

from __future__ import annotations

import re

from mingwen.linting.css.lengths import measure
from mingwen.linting.css.scan import NUMBER
from mingwen.linting.css.style import Style

# A box moved further than this by an author is meant to be off the screen; px.
FAR = 900.0
NUMBERS = re.compile(NUMBER)
NOTHING = re.compile(r"(circle|ellipse)\(0(px|%)?\b|inset\((50|100)%\s*\)|polygon\(\s*0(px)?\s+0(px)?\s*(,\s*0(px)?\s+0"
                     r"(px)?\s*)*\)")  # fmt: skip
SHIFT = re.compile(r"translate(?:x|y|3d)?\(([^)]*)\)")


def is_unseen(style: Style) -> bool:
    """Transparent, moved away, clipped to nothing or shrunk to a dot."""
    return (
        style.get("opacity") == "0"
        or is_away(style)
        or is_clipped(style)
        or is_shrunk(style)
        or NOTHING.match(style.get("clip-path")) is not None
    )


def is_away(style: Style) -> bool:
    """Moved off the screen by offset, margin or transform."""
    if style.get("position") in {"absolute", "fixed"}:
        for side in ("left", "top", "right", "bottom"):
            offset = style.px(side)
            if offset is not None and offset < -FAR:
                return True
    for side in ("margin-left", "margin-top"):
        margin = style.px(side)
        if margin is not None and margin < -FAR:
            return True
    moved = style.get("transform")
    if moved == "none":
        return False
    if re.search(r"scale(?:x|y|3d)?\(\s*0(\.0*)?\s*[,)]", moved):
        return True
    for shift in SHIFT.findall(moved):
        for part in shift.split(","):
            found = measure(part.strip())
            if found and (found.value < -FAR or (found.percent is not None and found.percent <= -1000)):
                return True
    return False


def is_clipped(style: Style) -> bool:
    """clip: rect() of no size, which only works on positioned boxes."""
    clip = style.get("clip")
    if not clip.startswith("rect(") or style.get("position") not in {"absolute", "fixed"}:
        return False
    sides = [float(each) for each in NUMBERS.findall(clip)]
    return len(sides) == 4 and (sides[1] - sides[3] <= 1 or sides[2] - sides[0] <= 1)


def is_shrunk(style: Style) -> bool:
    """No more than a dot, and what sticks out is hidden."""
    for size, overflow in (("width", "overflow-x"), ("height", "overflow-y")):
        px = style.px(size)
        limit = style.px(f"max-{size}")
        smallest = min((each for each in (px, limit) if each is not None), default=None)
        if smallest is not None and smallest <= 1 and style.get(overflow) in {"hidden", "clip"}:
            return True
    return False
