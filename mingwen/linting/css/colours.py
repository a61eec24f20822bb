"""CSS colours → red, green, blue, alpha in sRGB. Hex, rgb(), hsl() and names are read here, the rest by coloraide.

Red, green and blue run from 0 to 255, alpha from 0 to 1. System colours are those of Chromium on Linux.
"""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache
from typing import NamedTuple

from mingwen.linting.css.lengths import measure
from mingwen.linting.css.scan import number, parts, split


class Rgba(NamedTuple):
    """A colour in sRGB: 0 to 255, and alpha from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def __str__(self) -> str:
        digits = ", ".join(str(round(each)) for each in self[:3])
        return f"rgb({digits})" if self.alpha >= 1 else f"rgba({digits}, {number(round(self.alpha, 6))})"


BLACK, WHITE, CLEAR = Rgba(0, 0, 0), Rgba(255, 255, 255), Rgba(0, 0, 0, 0)
HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
FUNCTION = re.compile(r"([a-z-]+)\((.*)\)", re.DOTALL)
OLD = frozenset({"rgb", "rgba", "hsl", "hsla"})
NEW = frozenset({"hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark", "contrast-color"})
LIGHT = {
    "canvas": WHITE, "canvastext": BLACK, "linktext": Rgba(0, 0, 238), "visitedtext": Rgba(85, 26, 139),
    "activetext": Rgba(255, 0, 0), "buttonface": Rgba(239, 239, 239), "buttontext": BLACK, "buttonborder": BLACK,
    "field": WHITE, "fieldtext": BLACK, "highlight": Rgba(0, 65, 198, 0.8), "highlighttext": WHITE,
    "selecteditem": Rgba(25, 103, 210), "selecteditemtext": WHITE, "mark": Rgba(255, 255, 0), "marktext": BLACK,
    "graytext": Rgba(128, 128, 128), "accentcolor": Rgba(0, 117, 255), "accentcolortext": WHITE,
}  # fmt: skip
DARK = LIGHT | {
    "canvas": Rgba(18, 18, 18), "canvastext": WHITE, "linktext": Rgba(158, 158, 255),
    "visitedtext": Rgba(208, 173, 240), "buttonface": Rgba(107, 107, 107), "buttontext": WHITE, "buttonborder": WHITE,
    "field": Rgba(59, 59, 59), "fieldtext": WHITE, "selecteditem": Rgba(153, 200, 255),
    "selecteditemtext": Rgba(59, 59, 59),
}  # fmt: skip
# Values that stand for others: resolved where the element's own colour and scheme are known.
CONTEXT = re.compile(r"\bcurrentcolor\b|\blight-dark\(|" + "|".join(rf"\b{name}\b" for name in LIGHT))


def is_colour(text: str) -> bool:
    """Whether lower-case text is a colour that browsers take."""
    if text in NAMES or text in LIGHT or text in {"currentcolor", "transparent"} or HEX.fullmatch(text):
        return True
    found = FUNCTION.fullmatch(text)
    if not found:
        return False
    if found[2].lstrip().startswith("from "):
        return found[1] in OLD or found[1] in NEW
    return parse(text) is not None if found[1] in OLD else found[1] in NEW and is_new(found[1], found[2], text)


def is_new(name: str, inside: str, text: str) -> bool:
    """Whether the arguments of a newer function make a colour."""
    if name == "light-dark":
        both = split(inside)
        return len(both) == 2 and all(is_colour(each) for each in both)
    if name == "color-mix":
        ways = split(inside)
        return len(ways) == 3 and ways[0].startswith("in ") and all(is_colour(share(each)[0]) for each in ways[1:])
    return name == "contrast-color" or parse(text) is not None


def share(text: str) -> tuple[str, float | None]:
    """The colour and the percentage of one side of color-mix()."""
    found = re.fullmatch(r"(?:([\d.]+)%\s+)?(.*?)(?:\s+([\d.]+)%)?", text.strip(), re.DOTALL)
    if not found:
        return text, None
    digits = found[1] or found[3]
    try:
        return found[2], float(digits) if digits else None
    except ValueError:
        return found[2], None


@lru_cache(maxsize=4096)
def parse(text: str) -> Rgba | None:
    """A colour that needs no context, from lower-case text; None for anything else."""
    if text in NAMES:
        code = NAMES[text]
        return Rgba(code >> 16, code >> 8 & 255, code & 255)
    if text == "transparent":
        return CLEAR
    if HEX.fullmatch(text):
        digits = text[1:] if len(text) > 5 else "".join(2 * digit for digit in text[1:])
        values = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
        red, green, blue = values[:3]
        return Rgba(red, green, blue, values[3] / 255 if len(values) > 3 else 1.0)
    found = FUNCTION.fullmatch(text)
    if not found:
        return None
    return old(found[1][:3], found[2]) if found[1] in OLD else slow(text) if found[1] in NEW else None


def old(name: str, inside: str) -> Rgba | None:
    """rgb() and hsl(), with commas or blanks."""
    if "," in inside:
        values = split(inside)
        if len(values) not in {3, 4}:
            return None
    else:
        front, *behind = split(inside, "/")
        values = [*parts(front), *behind]
        if len(parts(front)) != 3 or len(behind) > 1:
            return None
    found = [None if each == "none" and "," not in inside else measure(each) for each in values]
    if any(each is None and value != "none" for each, value in zip(found, values, strict=True)):
        return None
    alpha = 1.0
    if len(found) == 4:
        alpha = portion(found[3], 1.0)
    if name == "rgb":
        red, green, blue = (max(0.0, min(255.0, portion(each, 255.0))) for each in found[:3])
        return Rgba(half_up(red), half_up(green), half_up(blue), max(0.0, min(1.0, alpha)))
    hue = found[0].value if found[0] else 0.0
    full, light = (max(0.0, min(1.0, percent(each))) for each in found[1:3])
    red, green, blue = colorsys.hls_to_rgb(hue % 360 / 360, light, full)
    return Rgba(half_up(255 * red), half_up(255 * green), half_up(255 * blue), max(0.0, min(1.0, alpha)))


def half_up(value: float) -> int:
    """Rounded as browsers round channels."""
    return int(value + 0.5)


def portion(found: object, whole: float) -> float:
    """A number as it stands, or a percentage of the whole."""
    percent_, value = getattr(found, "percent", None), getattr(found, "value", 0.0)
    return whole * percent_ / 100 if percent_ is not None else float(value)


def percent(found: object) -> float:
    """A percentage, or a bare number taken for one, as a part of 1."""
    percent_, value = getattr(found, "percent", None), getattr(found, "value", 0.0)
    return float(percent_ if percent_ is not None else value) / 100


def slow(text: str) -> Rgba | None:
    """The newer forms, brought into sRGB by clipping, as browsers show them on ordinary screens."""
    from coloraide import Color

    try:
        found = FUNCTION.fullmatch(text)
        if found and found[1] == "color-mix":
            return mixed(found[2])
        colour = Color(text)
        red, green, blue = (255 * each for each in colour.convert("srgb").clip().coords(nans=False))
        return Rgba(red, green, blue, max(0.0, min(1.0, colour.alpha(nans=False))))
    except (ValueError, ArithmeticError, TypeError, KeyError, RecursionError):
        return None


def mixed(inside: str) -> Rgba | None:
    """color-mix(): percentages that are left out or do not make 100 are filled up as CSS Color 5 says."""
    from coloraide import Color

    where, *sides = split(inside)
    space, *hue = where.removeprefix("in ").split()
    (one, first), (other, second) = share(sides[0]), share(sides[1])
    colours = parse(one), parse(other)
    if colours[0] is None or colours[1] is None:
        return None
    if first is None and second is None:
        first = second = 50.0
    first = 100 - (second or 0.0) if first is None else first
    second = 100 - first if second is None else second
    if first + second <= 0:
        return None
    names = {"xyz": "xyz-d65"}
    ends = [Color("srgb", [each / 255 for each in it[:3]], it.alpha) for it in colours if it]
    found = Color.mix(ends[0], ends[1], second / (first + second), space=names.get(space, space), premultiplied=True,
                      hue=hue[0] if hue else "shorter")  # fmt: skip
    red, green, blue = (255 * each for each in found.convert("srgb").clip().coords(nans=False))
    return Rgba(red, green, blue, found.alpha(nans=False) * min(1.0, (first + second) / 100))


def over(front: Rgba, back: Rgba) -> Rgba:
    """One colour laid over an opaque or clear other."""
    if front.alpha >= 1 or back.alpha <= 0:
        return front
    alpha = front.alpha + back.alpha * (1 - front.alpha)
    if alpha <= 0:
        return CLEAR
    red, green, blue = (
        (one * front.alpha + other * back.alpha * (1 - front.alpha)) / alpha
        for one, other in zip(front[:3], back[:3], strict=True)
    )
    return Rgba(red, green, blue, alpha)


NAMES = {
    "aliceblue": 0xF0F8FF, "antiquewhite": 0xFAEBD7, "aqua": 0x00FFFF, "aquamarine": 0x7FFFD4, "azure": 0xF0FFFF,
    "beige": 0xF5F5DC, "bisque": 0xFFE4C4, "black": 0x000000, "blanchedalmond": 0xFFEBCD, "blue": 0x0000FF,
    "blueviolet": 0x8A2BE2, "brown": 0xA52A2A, "burlywood": 0xDEB887, "cadetblue": 0x5F9EA0, "chartreuse": 0x7FFF00,
    "chocolate": 0xD2691E, "coral": 0xFF7F50, "cornflowerblue": 0x6495ED, "cornsilk": 0xFFF8DC, "crimson": 0xDC143C,
    "cyan": 0x00FFFF, "darkblue": 0x00008B, "darkcyan": 0x008B8B, "darkgoldenrod": 0xB8860B, "darkgray": 0xA9A9A9,
    "darkgreen": 0x006400, "darkgrey": 0xA9A9A9, "darkkhaki": 0xBDB76B, "darkmagenta": 0x8B008B,
    "darkolivegreen": 0x556B2F, "darkorange": 0xFF8C00, "darkorchid": 0x9932CC, "darkred": 0x8B0000,
    "darksalmon": 0xE9967A, "darkseagreen": 0x8FBC8F, "darkslateblue": 0x483D8B, "darkslategray": 0x2F4F4F,
    "darkslategrey": 0x2F4F4F, "darkturquoise": 0x00CED1, "darkviolet": 0x9400D3, "deeppink": 0xFF1493,
    "deepskyblue": 0x00BFFF, "dimgray": 0x696969, "dimgrey": 0x696969, "dodgerblue": 0x1E90FF, "firebrick": 0xB22222,
    "floralwhite": 0xFFFAF0, "forestgreen": 0x228B22, "fuchsia": 0xFF00FF, "gainsboro": 0xDCDCDC,
    "ghostwhite": 0xF8F8FF, "gold": 0xFFD700, "goldenrod": 0xDAA520, "gray": 0x808080, "green": 0x008000,
    "greenyellow": 0xADFF2F, "grey": 0x808080, "honeydew": 0xF0FFF0, "hotpink": 0xFF69B4, "indianred": 0xCD5C5C,
    "indigo": 0x4B0082, "ivory": 0xFFFFF0, "khaki": 0xF0E68C, "lavender": 0xE6E6FA, "lavenderblush": 0xFFF0F5,
    "lawngreen": 0x7CFC00, "lemonchiffon": 0xFFFACD, "lightblue": 0xADD8E6, "lightcoral": 0xF08080,
    "lightcyan": 0xE0FFFF, "lightgoldenrodyellow": 0xFAFAD2, "lightgray": 0xD3D3D3, "lightgreen": 0x90EE90,
    "lightgrey": 0xD3D3D3, "lightpink": 0xFFB6C1, "lightsalmon": 0xFFA07A, "lightseagreen": 0x20B2AA,
    "lightskyblue": 0x87CEFA, "lightslategray": 0x778899, "lightslategrey": 0x778899, "lightsteelblue": 0xB0C4DE,
    "lightyellow": 0xFFFFE0, "lime": 0x00FF00, "limegreen": 0x32CD32, "linen": 0xFAF0E6, "magenta": 0xFF00FF,
    "maroon": 0x800000, "mediumaquamarine": 0x66CDAA, "mediumblue": 0x0000CD, "mediumorchid": 0xBA55D3,
    "mediumpurple": 0x9370DB, "mediumseagreen": 0x3CB371, "mediumslateblue": 0x7B68EE, "mediumspringgreen": 0x00FA9A,
    "mediumturquoise": 0x48D1CC, "mediumvioletred": 0xC71585, "midnightblue": 0x191970, "mintcream": 0xF5FFFA,
    "mistyrose": 0xFFE4E1, "moccasin": 0xFFE4B5, "navajowhite": 0xFFDEAD, "navy": 0x000080, "oldlace": 0xFDF5E6,
    "olive": 0x808000, "olivedrab": 0x6B8E23, "orange": 0xFFA500, "orangered": 0xFF4500, "orchid": 0xDA70D6,
    "palegoldenrod": 0xEEE8AA, "palegreen": 0x98FB98, "paleturquoise": 0xAFEEEE, "palevioletred": 0xDB7093,
    "papayawhip": 0xFFEFD5, "peachpuff": 0xFFDAB9, "peru": 0xCD853F, "pink": 0xFFC0CB, "plum": 0xDDA0DD,
    "powderblue": 0xB0E0E6, "purple": 0x800080, "rebeccapurple": 0x663399, "red": 0xFF0000, "rosybrown": 0xBC8F8F,
    "royalblue": 0x4169E1, "saddlebrown": 0x8B4513, "salmon": 0xFA8072, "sandybrown": 0xF4A460, "seagreen": 0x2E8B57,
    "seashell": 0xFFF5EE, "sienna": 0xA0522D, "silver": 0xC0C0C0, "skyblue": 0x87CEEB, "slateblue": 0x6A5ACD,
    "slategray": 0x708090, "slategrey": 0x708090, "snow": 0xFFFAFA, "springgreen": 0x00FF7F, "steelblue": 0x4682B4,
    "tan": 0xD2B48C, "teal": 0x008080, "thistle": 0xD8BFD8, "tomato": 0xFF6347, "turquoise": 0x40E0D0,
    "violet": 0xEE82EE, "wheat": 0xF5DEB3, "white": 0xFFFFFF, "whitesmoke": 0xF5F5F5, "yellow": 0xFFFF00,
    "yellowgreen": 0x9ACD32,
}  # fmt: skip
