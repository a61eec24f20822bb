"""Attributes that stand for style, such as bgcolor and align: presentational hints (HTML Standard, Rendering).

They are weaker than any author's rule and stronger than the browser's sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mingwen.linting.css.colours import NAMES

Hints = tuple[tuple[str, str], ...]
SIZES = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
CELLS = frozenset({"td", "th"})
ROWS = CELLS | {"tr", "tbody", "thead", "tfoot"}
SIZED = frozenset({"table", "td", "th", "img", "iframe", "video", "canvas", "embed", "object", "hr", "col"})
ALIGNED = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "caption", *ROWS})
# The elements that may have one, for the parser's engine.
WITH_HINTS = (
    "body, font, [bgcolor], [align], [valign], [width], [height], [nowrap], [background], [border], [hspace], [vspace]"
)


def hints(tag: str, get: Callable[[str], str], table: Callable[[str], str] = lambda name: "") -> Hints:
    """What the attributes of an HTML element set. `get` gives an attribute, "" where it is missing."""
    found: list[tuple[str, str]] = []
    if (shade := legacy(get("bgcolor"))) and tag in ROWS | {"body", "table"}:
        found.append(("background-color", shade))
    if get("background") and tag in ROWS | {"body", "table"}:
        found.append(("background-image", f"url({get('background')!r})"))
    if tag == "body" and (shade := legacy(get("text"))):
        found.append(("color", shade))
    if tag == "font":
        found += font(get)
    align = get("align").strip().lower()
    if align in {"left", "right", "center", "justify", "middle"} and tag in ALIGNED:
        align = "center" if align == "middle" else align
        found.append(("text-align", align if align == "justify" or tag not in {"div", *ROWS} else f"-webkit-{align}"))
    if (valign := get("valign").strip().lower()) in {"top", "middle", "bottom", "baseline"} and tag in ROWS | {"col"}:
        found.append(("vertical-align", valign))
    if get("nowrap") and tag in CELLS:
        found.append(("white-space", "nowrap"))
    for name in ("width", "height"):
        if tag in SIZED and (size := dimension(get(name))):
            found.append((name, size))
    return tuple(found)


def font(get: Callable[[str], str]) -> list[tuple[str, str]]:
    """What the font element says."""
    found = []
    if shade := legacy(get("color")):
        found.append(("color", shade))
    if face := get("face").strip():
        found.append(("font-family", face))
    if size := re.match(r"\s*([+-]?)(\d+)", get("size")):
        number = int(size[2][:3])
        number = 3 + number if size[1] == "+" else 3 - number if size[1] == "-" else number
        found.append(("font-size", SIZES[max(1, min(7, number)) - 1]))
    return found


def dimension(text: str) -> str:
    """A length in px or a percentage by HTML's rules for dimensions; "" for what is none, or zero."""
    found = re.match(r"\s*\+?(\d+(?:\.\d*)?)\s*(%?)", text)
    if not found or float(found[1]) == 0:
        return ""
    return f"{float(found[1][:12]):g}{found[2] or 'px'}"


def legacy(text: str) -> str:
    """A colour by HTML's rules for legacy colour values; "" for none."""
    text = text.strip().lower()
    if not text or text == "transparent":
        return ""
    if text in NAMES:
        return text
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return text
    digits = "".join(sign if sign in "0123456789abcdef" else "0" for sign in text[:128].removeprefix("#"))
    digits += "0" * (-len(digits) % 3) or ("" if digits else "000")
    third = len(digits) // 3
    channels = [digits[at : at + third] for at in (0, third, 2 * third)]
    channels = [each[-8:] for each in channels]
    while len(channels[0]) > 2 and all(each[0] == "0" for each in channels):
        channels = [each[1:] for each in channels]
    return "#" + "".join(each[:2].rjust(2, "0") for each in channels)
