"""The properties that rules ask about: whether they are inherited, where they start, and which values are theirs.

Values are parsed as far as it takes to drop what browsers drop. A property that is not listed here is not kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from mingwen.linting.css.colours import is_colour
from mingwen.linting.css.lengths import measure
from mingwen.linting.css.scan import parts, split

WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
SIDES = ("top", "right", "bottom", "left")
# Values that keep their case: names of fonts, texts and addresses.
CASED = frozenset({"font-family", "content", "background-image", "list-style-image", "quotes", "animation-name",
                   "mask-image", "cursor"})  # fmt: skip


class Property(NamedTuple):
    """What the specification says of a property."""

    inherited: bool
    initial: str
    values: tuple[str, ...]


LINE = "none hidden dotted dashed solid double groove ridge inset outset"
OVERFLOW = "visible hidden clip scroll auto overlay"
SIZE = "auto min-content max-content fit-content -webkit-fill-available stretch <fit> <length%+>"
DISPLAY = (
    "none contents block inline inline-block flow flow-root flex inline-flex grid inline-grid table inline-table "
    "table-row-group table-header-group table-footer-group table-row table-cell table-column table-column-group "
    "table-caption list-item ruby ruby-text -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex math"
)
ALIGN = (
    "-internal-center -internal-table start end left right center justify match-parent "
    "-webkit-left -webkit-right -webkit-center"
)
SHAPES = (
    "auto default none context-menu help pointer progress wait cell crosshair text vertical-text alias copy move "
    "no-drop not-allowed grab grabbing all-scroll col-resize row-resize n-resize e-resize s-resize w-resize ne-resize "
    "nw-resize se-resize sw-resize ew-resize ns-resize nesw-resize nwse-resize zoom-in zoom-out <url>"
)

# name, inherited, initial value, values: keywords and <types>.
TABLE = f"""
color | yes | canvastext | <colour>
color-scheme | yes | normal | normal light dark only <words>
background-color | no | transparent | <colour>
background-image | no | none | <images>
background-repeat | no | repeat | <words>
background-attachment | no | scroll | <words>
background-position | no | 0% 0% | <words>
background-size | no | auto | <words>
background-origin | no | padding-box | <words>
background-clip | no | border-box | border-box padding-box content-box text border-area <words>
-webkit-text-fill-color | yes | currentcolor | <colour>
-webkit-line-clamp | no | none | none <integer>
opacity | no | 1 | <alpha>
visibility | yes | visible | visible hidden collapse
content-visibility | no | visible | visible hidden auto
display | no | inline | {DISPLAY} <display>
content-visibility | no | visible | visible auto hidden
position | no | static | static relative absolute fixed sticky -webkit-sticky
float | no | none | none left right inline-start inline-end
clear | no | none | none left right both inline-start inline-end
z-index | no | auto | auto <integer>
order | no | 0 | <integer>
top | no | auto | auto <length%>
right | no | auto | auto <length%>
bottom | no | auto | auto <length%>
left | no | auto | auto <length%>
width | no | auto | {SIZE}
height | no | auto | {SIZE}
min-width | no | auto | {SIZE}
min-height | no | auto | {SIZE}
max-width | no | none | none {SIZE}
max-height | no | none | none {SIZE}
box-sizing | no | content-box | content-box border-box
overflow-x | no | visible | {OVERFLOW}
overflow-y | no | visible | {OVERFLOW}
text-overflow | no | clip | clip ellipsis <string>
clip | no | auto | auto <any>
clip-path | no | none | none <any>
mask-image | no | none | <images>
filter | no | none | none <any>
backdrop-filter | no | none | none <any>
mix-blend-mode | no | normal | <word>
isolation | no | auto | auto isolate
transform | no | none | none <transform>
rotate | no | none | none <any>
scale | no | none | none <any>
translate | no | none | none <any>
margin-top | no | 0 | auto <length%>
margin-right | no | 0 | auto <length%>
margin-bottom | no | 0 | auto <length%>
margin-left | no | 0 | auto <length%>
padding-top | no | 0 | <length%+>
padding-right | no | 0 | <length%+>
padding-bottom | no | 0 | <length%+>
padding-left | no | 0 | <length%+>
border-top-style | no | none | {LINE}
border-right-style | no | none | {LINE}
border-bottom-style | no | none | {LINE}
border-left-style | no | none | {LINE}
border-top-width | no | medium | thin medium thick <length+>
border-right-width | no | medium | thin medium thick <length+>
border-bottom-width | no | medium | thin medium thick <length+>
border-left-width | no | medium | thin medium thick <length+>
border-top-color | no | currentcolor | <colour>
border-right-color | no | currentcolor | <colour>
border-bottom-color | no | currentcolor | <colour>
border-left-color | no | currentcolor | <colour>
border-collapse | yes | separate | separate collapse
outline-style | no | none | auto {LINE.replace("hidden ", "")}
outline-width | no | medium | thin medium thick <length+>
outline-color | no | currentcolor | auto invert -webkit-focus-ring-color <colour>
outline-offset | no | 0 | <length>
box-shadow | no | none | none <any>
text-shadow | yes | none | none <any>
font-style | yes | normal | normal italic oblique <oblique>
font-variant | yes | normal | <words>
font-weight | yes | normal | normal bold bolder lighter <weight>
font-size | yes | medium | xx-small x-small small medium large x-large xx-large xxx-large smaller larger <length%+>
font-family | yes | serif | <families>
line-height | yes | normal | normal <number+> <length%+>
letter-spacing | yes | normal | normal <length%>
word-spacing | yes | normal | normal <length%>
text-indent | yes | 0 | <length%> <words>
text-align | yes | start | {ALIGN}
text-transform | yes | none | none uppercase lowercase capitalize full-width full-size-kana math-auto <words>
text-decoration-line | no | none | none <decoration>
text-decoration-style | no | solid | solid double dotted dashed wavy
text-decoration-color | no | currentcolor | <colour>
text-decoration-thickness | no | auto | auto from-font <length%>
text-justify | yes | auto | auto none inter-word inter-character distribute
white-space | yes | normal | normal pre nowrap pre-wrap pre-line break-spaces
word-break | yes | normal | normal break-all keep-all break-word auto-phrase
overflow-wrap | yes | normal | normal break-word anywhere
line-break | yes | auto | auto loose normal strict anywhere
hyphens | yes | manual | none manual auto
writing-mode | yes | horizontal-tb | horizontal-tb vertical-rl vertical-lr sideways-rl sideways-lr
direction | yes | ltr | ltr rtl
vertical-align | no | baseline | baseline sub super text-top text-bottom middle top bottom <length%>
list-style-type | yes | disc | none <string> <word> <any>
list-style-position | yes | outside | inside outside
list-style-image | yes | none | <images>
content | no | normal | <any>
cursor | yes | auto | {SHAPES}
pointer-events | yes | auto | <word>
user-select | no | auto | <word>
flex-direction | no | row | row row-reverse column column-reverse
flex-wrap | no | nowrap | nowrap wrap wrap-reverse
flex-grow | no | 0 | <number+>
flex-shrink | no | 1 | <number+>
flex-basis | no | auto | content {SIZE}
column-count | no | auto | auto <integer>
column-width | no | auto | auto <length+>
row-gap | no | normal | normal <length%+>
column-gap | no | normal | normal <length%+>
grid-row-start | no | auto | <any>
grid-column-start | no | auto | <any>
grid-row-end | no | auto | <any>
grid-column-end | no | auto | <any>
animation-name | no | none | <any>
object-fit | no | fill | fill contain cover none scale-down
"""

PROPERTIES: dict[str, Property] = {
    name: Property(inherited == "yes", initial, tuple(values.split()))
    for name, inherited, initial, values in (
        [cell.strip() for cell in line.split(" | ")] for line in TABLE.strip().splitlines()
    )
}
ALIASES = {
    "word-wrap": "overflow-wrap", "-webkit-transform": "transform", "-webkit-filter": "filter",
    "-webkit-clip-path": "clip-path", "-webkit-background-clip": "background-clip", "-webkit-opacity": "opacity",
    "-webkit-background-size": "background-size", "-webkit-user-select": "user-select", "-webkit-order": "order",
    "-webkit-box-shadow": "box-shadow", "-webkit-box-sizing": "box-sizing", "-webkit-animation-name": "animation-name",
    "-webkit-flex-direction": "flex-direction", "-webkit-flex-wrap": "flex-wrap", "-webkit-hyphens": "hyphens",
    "-webkit-flex-grow": "flex-grow", "-webkit-flex-shrink": "flex-shrink", "-webkit-flex-basis": "flex-basis",
    "-webkit-mask-image": "mask-image", "-webkit-column-count": "column-count", "grid-row-gap": "row-gap",
    "grid-column-gap": "column-gap", "-webkit-column-width": "column-width", "-webkit-line-break": "line-break",
    "-webkit-text-decoration-line": "text-decoration-line", "-webkit-flex": "flex", "-webkit-flex-flow": "flex-flow",
    "-webkit-animation": "animation", "-webkit-text-decoration": "text-decoration", "grid-gap": "gap",
    # Logical sides of a page that is written from left to right, top to bottom.
    "inline-size": "width", "block-size": "height", "min-inline-size": "min-width", "min-block-size": "min-height",
    "max-inline-size": "max-width", "max-block-size": "max-height", "overflow-inline": "overflow-x",
    "overflow-block": "overflow-y",
}  # fmt: skip
FLOW = {"inline-start": "left", "inline-end": "right", "block-start": "top", "block-end": "bottom"}
for _logical, _side in FLOW.items():
    ALIASES[f"inset-{_logical}"] = _side
    for _kind in ("margin", "padding"):
        ALIASES[f"{_kind}-{_logical}"] = f"{_kind}-{_side}"
    ALIASES[f"border-{_logical}"] = f"border-{_side}"
    for _kind in ("width", "style", "color"):
        ALIASES[f"border-{_logical}-{_kind}"] = f"border-{_side}-{_kind}"


def is_inherited(name: str) -> bool:
    """Whether an element takes it over from its parent by itself."""
    return name.startswith("--") or (name in PROPERTIES and PROPERTIES[name].inherited)


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Every property that Chromium takes, for @supports about those that we need not understand."""
    text = (files("mingwen.linting.css") / "properties.txt").read_text("utf-8")
    return frozenset(text.split())


@lru_cache(maxsize=8192)
def parse(name: str, text: str) -> str | None:
    """The value as kept, or None where browsers drop it. Keywords of every property (inherit …) are not asked here."""
    known = PROPERTIES.get(name)
    if known is None or not text:
        return None
    lower = text.lower()
    for kind in known.values:
        if kind[0] == "<":
            if TYPES[kind](lower):
                return text if name in CASED else lower
        elif lower == kind:
            return lower
    return None


def is_length(text: str) -> bool:
    """A length without percentage."""
    found = measure(text)
    return bool(found) and found is not None and (found.percent is None) and is_sized(text)


def is_sized(text: str) -> bool:
    """A length or percentage; of bare numbers only 0."""
    found = measure(text)
    return found is not None and (
        found.kind in {"length", "mixed"} or (found.kind == "number" and found.value == 0 and "(" not in text)
    )


def is_sized_up(text: str) -> bool:
    """No negative one; of calculations that end below zero browsers make zero."""
    return is_sized(text) and not text.startswith("-")


def is_number(text: str) -> bool:
    """A bare number, calculated or not."""
    found = measure(text)
    return found is not None and found.kind == "number"


def is_images(text: str) -> bool:
    """One image or more, or none."""
    return all(
        each == "none" or re.match(r"(url|[a-z-]*gradient|[a-z-]*image-set|image|cross-fade|element|paint)\(", each)
        for each in split(text)
    )


def is_decoration(text: str) -> bool:
    """Different lines of text-decoration-line."""
    words = text.split()
    return bool(words) and len(set(words)) == len(words) and set(words) <= LINES


LINES = frozenset({"underline", "overline", "line-through", "blink", "spelling-error", "grammar-error"})
WORD = re.compile(r"-?[a-z_][\w-]*")
FAMILY = re.compile(r"\"[^\"]*\"|'[^']*'|-?[^\W\d][\w\\.-]*(\s+-?[^\W\d][\w\\.-]*)*")
TWO_WORDS = re.compile(r"(inline|block|run-in)? ?(flow|flow-root|flex|grid|table|ruby)?( list-item)?")
TYPES = {
    "<any>": lambda text: True,
    "<word>": lambda text: bool(WORD.fullmatch(text)),
    "<words>": lambda text: not text.startswith(("(", "[")) and "#" not in text,
    "<string>": lambda text: text[0] in "\"'",
    "<url>": lambda text: text.startswith("url("),
    "<colour>": is_colour,
    "<length>": is_length,
    "<length+>": lambda text: is_length(text) and not text.startswith("-"),
    "<length%>": is_sized,
    "<length%+>": is_sized_up,
    "<fit>": lambda text: text.startswith(("fit-content(", "calc-size(")),
    "<number+>": lambda text: is_number(text) and not text.startswith("-"),
    "<integer>": lambda text: bool(re.fullmatch(r"[+-]?\d+", text)) or (is_number(text) and "(" in text),
    "<alpha>": lambda text: is_number(text) or bool(re.fullmatch(r"[+-]?[\d.]+%", text)),
    "<weight>": lambda text: is_number(text) and ("(" in text or 1 <= float(text) <= 1000),
    "<oblique>": lambda text: text.startswith("oblique "),
    "<images>": is_images,
    "<display>": lambda text: " " in text and bool(TWO_WORDS.fullmatch(text)),
    "<transform>": lambda text: all("(" in each for each in parts(text)),
    "<families>": lambda text: all(FAMILY.fullmatch(each) for each in split(text)),
    "<decoration>": is_decoration,
}
