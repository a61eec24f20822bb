"""Contrast of the text of a page, as the ACT rules on contrast measure it: by the best of the colours in play."""

from __future__ import annotations

from typing import Any, NamedTuple

from mingwen.linting.ancestry import is_aria_disabled
from mingwen.linting.cascade import style, styled
from mingwen.linting.contrast import Colour, hex_of, nearest, nearest_pair, ratio
from mingwen.linting.css.colours import Rgba
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.grounds import Ground, all_grounds
from mingwen.linting.memory import once_a_page
from mingwen.linting.names import owned_labels
from mingwen.linting.roles import role
from mingwen.linting.shown_text import own, texts
from mingwen.linting.visibility import carried, is_disabled
from mingwen.linting.words import words

# The highest floor that any rule asks for (WCAG 2.2 1.4.6).
ENOUGH = 7.0
# Large text by WCAG 2.2: 18 pt, or 14 pt and bold. CSS px.
LARGE, LARGE_BOLD, BOLD = 24.0, 14 * 96 / 72, 700
WIDGETS = words(
    "button checkbox combobox grid gridcell link listbox menuitem menuitemcheckbox menuitemradio option progressbar "
    "radio radiogroup scrollbar searchbox separator slider spinbutton switch tab tablist textbox treeitem menu menubar "
    "tree treegrid"
)


# Text, ground and their ratio.
Colours = tuple[Colour, Colour, float]


class Contrast(NamedTuple):
    """Text and its ground as they come out on the screen; `doubts` say what was not taken into account."""

    node: Node
    front: Colour
    back: Colour
    ratio: float
    is_large: bool
    doubts: frozenset[tuple[str, int]]

    @property
    def is_settled(self) -> bool:
        """Whether the element's own style attribute gives it both colours, which no sheet is likely to change."""
        drawn = style(self.node)
        return all(drawn.source(name).startswith("inline") for name in ("color", "background-color"))

    def is_beyond_text(self, floor: float) -> bool:
        """Whether no colour of the text reaches the floor on this ground."""
        return nearest(self.front, self.back, floor) is None

    def values(self, floor: float) -> dict[str, Any]:
        """What messages say: both colours, the ratio cut to two digits, the floor, the nearest colour that passes, and
        the nearest pair, for where no colour of the text does."""
        text, below = nearest_pair(self.front, self.back, floor)
        return {
            "front": hex_of(self.front),
            "back": hex_of(self.back),
            "ratio": f"{int(self.ratio * 100) / 100:.2f}",
            "floor": f"{floor:g}",
            "nearest": hex_of(text),
            "ground": hex_of(below),
            "quote": own(self.node),
        }


@once_a_page
def contrasts(page: Page) -> list[Contrast]:
    """Those of pairs() in which something may be wrong: less contrast than ENOUGH, or a doubt."""
    known: list[Contrast] = []
    for node, found in pairs(page):
        if found.is_fine:
            continue
        doubts = found.doubts | {("effect", node.index)} if found.is_blurred else found.doubts
        known.append(Contrast(node, *found.pair, found.is_large, doubts))
    return known


class Pair(NamedTuple):
    """What elements of one style on one ground share; `is_fine` leaves nothing to be asked."""

    pair: Colours
    is_large: bool
    is_blurred: bool
    doubts: frozenset[tuple[str, int]]
    is_fine: bool


@once_a_page
def pairs(page: Page) -> list[tuple[Node, Pair]]:
    """For each element with text of its own that can be seen: its colours with their ratio, and what goes with them.

    What is disabled and the labels of that are left out.
    """
    known: list[tuple[Node, Pair]] = []
    if page.styles.media.forced_colors:
        return known
    styles, grounds = styled(page).styles, all_grounds(page)
    measured: dict[tuple[int, int], Pair | None] = {}
    some = some_disabled(page)
    for node in texts(page):
        drawn, below = styles[node.index], grounds[node.index]
        key = id(drawn), id(below)
        if key not in measured:
            measured[key] = paired(below, drawn)
        found = measured[key]
        if found and not (some and is_exempt(node)):
            known.append((node, found))
    return known


def paired(below: Ground, drawn: Style) -> Pair | None:
    """A style on a ground; None for text that cannot be seen at all, or whose colour cannot be told."""
    found = measure(below, drawn.colour("-webkit-text-fill-color"))
    if found is None:
        return None
    is_large, is_blurred = letters(drawn)
    return Pair(found, is_large, is_blurred, below.doubts, not below.doubts and not is_blurred and found[2] >= ENOUGH)


SHADES = ("color", "background-color", "background-image", "opacity")


def letters(drawn: Style) -> tuple[bool, bool]:
    """Whether they are large, and whether something makes their colours uncertain: a shadow, or a rule in doubt."""
    known: tuple[bool, bool] | None = drawn.memory.get("letters")
    if known is None:
        size = float(drawn.get("font-size")[:-2])
        is_large = size >= LARGE or (size >= LARGE_BOLD - 0.01 and float(drawn.get("font-weight")) >= BOLD)
        known = is_large, drawn.get("text-shadow") != "none" or drawn.in_doubt(*SHADES)
        drawn.memory["letters"] = known
    return known


def measure(below: Ground, front: Rgba | None) -> Colours | None:
    """The best pair; None for text that cannot be seen at all, or whose colour cannot be told."""
    if front is None or front.alpha <= 0:
        return None
    best: Colours | None = None
    for layer in below.layers:
        one, other = whole(layer.seen(front)), whole(layer.seen(layer.colour))
        found = ratio(one, other)
        if best is None or found > best[2]:
            best = one, other, found
    return best


def whole(colour: Rgba) -> Colour:
    """Channels as a screen shows them."""
    return round(colour.red), round(colour.green), round(colour.blue)


def some_disabled(page: Page) -> bool:
    """Whether anything on the page is disabled."""
    return bool(page.select("[disabled], [aria-disabled=true i]"))


def is_exempt(node: Node) -> bool:
    """Part of a disabled widget or group, or of the name of a disabled widget."""
    return carried(node, "exempt", False, lambda exempt, each: exempt or is_off(each))


def is_off(node: Node) -> bool:
    """Whether the element itself is disabled or names something disabled."""
    if is_disabled(node) or node.index in off_labels(node.page):
        return True
    return is_aria_disabled(node) and role(node) in WIDGETS | {"group"}


@once_a_page
def off_labels(page: Page) -> frozenset[int]:
    """Indexes of the elements that name a disabled widget."""
    found = set()
    if some_disabled(page):
        for index, labels in owned_labels(page.root).items():
            control = page.at(index)
            if is_disabled(control) or is_aria_disabled(control):
                found |= {label.index for label in labels}
        for widget in page.select("[aria-labelledby]"):
            if is_disabled(widget) or is_aria_disabled(widget):
                named = (page.find(id_) for id_ in widget.get("aria-labelledby").split())
                found |= {target.index for target in named if target}
    return frozenset(found)
