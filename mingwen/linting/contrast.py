"""Contrast of two colours by WCAG 2.2, and the nearest colour that reaches a floor.

Relative luminance and ratio as WCAG 2.2 defines them (sRGB, threshold 0.04045 as corrected there). Colours are
(red, green, blue) from 0 to 255.
"""

from __future__ import annotations

import re
from functools import lru_cache

Colour = tuple[int, int, int]

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
# Fine enough that no shade between two steps is passed over.
STEPS = 255

HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")


def parse(value: str) -> Colour | None:
    """An opaque colour from CSS text, or None for anything else (currentcolor, transparent, gradients)."""
    value = value.strip().lower()
    if found := HEX.fullmatch(value):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    from coloraide import Color

    try:
        colour = Color(value)
    except ValueError:
        return None
    if colour.alpha(nans=False) < 1:
        return None
    red, green, blue = (round(255 * channel) for channel in colour.convert("srgb").clip().coords(nans=False))
    return red, green, blue


@lru_cache(maxsize=4096)
def luminance(colour: Colour) -> float:
    """Relative luminance, from 0 (black) to 1 (white)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (part / 255 for part in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    """Contrast ratio from 1 to 21, the same in both orders."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def nearest(colour: Colour, ground: Colour, floor: float) -> Colour | None:
    """The closest colour on the way to black or white that reaches `floor` on `ground`, or None."""
    best: tuple[int, Colour] | None = None
    for end in (0, 255):
        for step in range(STEPS + 1):
            red, green, blue = (round(part + (end - part) * step / STEPS) for part in colour)
            if ratio((red, green, blue), ground) >= floor:
                if best is None or step < best[0]:
                    best = step, (red, green, blue)
                break
    return best[1] if best else None


def nearest_pair(front: Colour, ground: Colour, floor: float) -> tuple[Colour, Colour]:
    """A colour of text and one of its ground that reach `floor`: one of the two changed if that is enough, else both,
    the text to black or white. The floor must be below 21."""
    if better := nearest(front, ground, floor):
        return better, ground
    if better := nearest(ground, front, floor):
        return front, better
    end = max((BLACK, WHITE), key=lambda each: ratio(each, ground))
    return end, nearest(ground, end, floor) or (WHITE if end == BLACK else BLACK)


def hex_of(colour: Colour) -> str:
    """A colour as messages write it: #RRGGBB."""
    return "#{:02X}{:02X}{:02X}".format(*colour)
