"""Properties whose computed value follows a rule of its own: fonts, lines, display, and what depends on a neighbour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mingwen.linting.css import properties
from mingwen.linting.css.lengths import measure, number_of
from mingwen.linting.css.scan import number

if TYPE_CHECKING:
    from mingwen.linting.css.style import Style

WIDTHS = {"thin": "1px", "medium": "3px", "thick": "5px"}


def colour_(style: Style, value: str) -> str:
    """color itself, where currentcolor is the parent's."""
    above = style.parent.get("color") if style.parent else ""
    if "currentcolor" in value:
        value = value.replace("currentcolor", above or "rgb(0, 0, 0)")
    return style._colour(value)


def weight(style: Style, value: str) -> str:
    """font-weight as a number, bolder and lighter resolved."""
    above = number_of(style.parent.get("font-weight")) if style.parent else 400.0
    if value == "bolder":
        return "400" if above < 350 else "700" if above < 550 else "900" if above < 900 else number(above)
    if value == "lighter":
        return number(above) if above < 100 else "100" if above < 550 else "400" if above < 750 else "700"
    found = measure(value)
    return {"normal": "400", "bold": "700"}.get(value) or number(max(1, min(1000, found.value if found else 400)))


def line_height(style: Style, value: str) -> str:
    """line-height: normal, a bare number, or px."""
    if value == "normal":
        return value
    found = measure(value, style._unit)
    if found is None or found.kind == "mixed":
        return "normal"
    if found.kind == "number":
        return number(max(0.0, found.value))
    return f"{number(max(0.0, found.value + (found.percent or 0.0) * number_of(style.get('font-size')) / 100))}px"


def word_spacing(style: Style, value: str) -> str:
    """Like letter-spacing, but normal is 0."""
    found = spacing(style, value)
    return "0px" if found == "normal" else found


def spacing(style: Style, value: str) -> str:
    """letter-spacing in px; no spacing is normal."""
    found = measure(value, style._unit)
    if value == "normal" or found is None or found.kind == "mixed":
        return "normal"
    size = found.value + (found.percent or 0.0) * number_of(style.get("font-size")) / 100
    return f"{number(size)}px" if size else "normal"


def line_width(side: str) -> Callable[[Style, str], str]:
    """Width of a border or outline, 0 where there is no line."""

    def of(style: Style, value: str) -> str:
        if style.get(f"{side}-style") in {"none", "hidden"} and side != "outline":
            return "0px"
        return style._plain(f"{side}-width", WIDTHS.get(value, value), ("<length+>",))

    return of


def opacity(style: Style, value: str) -> str:
    """A number from 0 to 1."""
    found = measure(value)
    if found is None:
        return "1"
    return number(max(0.0, min(1.0, found.percent / 100 if found.percent is not None else found.value)))


BLOCK = {"inline": "block", "inline-block": "block", "inline-flex": "flex", "inline-grid": "grid",
         "inline-table": "table", "ruby": "block ruby", "-webkit-inline-box": "-webkit-box"}  # fmt: skip
SAME = {"-webkit-flex": "flex", "-webkit-inline-flex": "inline-flex", "flow": "block", "block flow": "block",
        "inline flow": "inline", "inline flow-root": "inline-block", "block flow-root": "flow-root",
        "block flex": "flex", "inline flex": "inline-flex", "block grid": "grid", "inline grid": "inline-grid",
        "block table": "table", "inline table": "inline-table"}  # fmt: skip
CONTAINERS = frozenset({"flex", "inline-flex", "grid", "inline-grid"})


def display(style: Style, value: str) -> str:
    """Boxes that float, are positioned or stand in a flex or grid container are blocks, and so is the root."""
    value = SAME.get(value, value)
    if value in {"none", "contents"}:
        return value
    parent = style.parent
    if parent is not None and not becomes_block(style) and container(parent) not in CONTAINERS:
        return value
    return BLOCK.get(value, "block" if value.startswith("table-") else value)


def becomes_block(style: Style) -> bool:
    """Whether it floats or is positioned absolutely."""
    return style.get("position") in {"absolute", "fixed"} or style.get("float") != "none"


def container(style: Style) -> str:
    """The display of the nearest box above, for which blockification makes no difference."""
    at: Style | None = style
    while at is not None:
        value = at._declared("display")
        if value not in {"contents", "inherit"}:
            return SAME.get(value, value)
        at = at.parent
    return "block"


def overflow(this: str, other: str) -> Callable[[Style, str], str]:
    """visible beside an axis that scrolls becomes auto."""

    def of(style: Style, value: str) -> str:
        across = style._declared(other)
        if across in {"hidden", "scroll", "auto", "overlay"}:
            value = "auto" if value == "visible" else value
        return "auto" if value == "overlay" else value

    return of


def floating(style: Style, value: str) -> str:
    """Positioned boxes do not float."""
    return "none" if style.get("position") in {"absolute", "fixed"} else value


def position(style: Style, value: str) -> str:
    """Old names of sticky."""
    return value.removeprefix("-webkit-")


def align(style: Style, value: str) -> str:
    """text-align with what the browser's own sheet leaves to context."""
    above = style.parent.get("text-align") if style.parent else "start"
    if value == "-internal-center":
        return "center" if above == "start" else above
    if value == "-internal-table":
        return "start" if above.startswith("-webkit-") else above
    if value == "match-parent":
        return {"start": "left", "end": "right"}.get(above, above)
    return value


SPECIAL: dict[str, Callable[[Style, str], str]] = {
    "color": colour_,
    "font-size": lambda style, value: style._font_size(value),
    "font-weight": weight,
    "line-height": line_height,
    "letter-spacing": spacing,
    "word-spacing": word_spacing,
    "opacity": opacity,
    "display": display,
    "overflow-x": overflow("overflow-x", "overflow-y"),
    "overflow-y": overflow("overflow-y", "overflow-x"),
    "float": floating,
    "position": position,
    "text-align": align,
    "outline-width": line_width("outline"),
    **{f"border-{side}-width": line_width(f"border-{side}") for side in properties.SIDES},
}
