"""What lies behind text: the colours that backgrounds leave on the screen, and what makes that uncertain.

A gradient leaves several colours, one for each of its stops. Images, blending, and boxes laid over each other by
position cannot be worked out without a browser; they are doubts, each with the element that raises it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mingwen.linting.cascade import found as matched
from mingwen.linting.cascade import style, styled
from mingwen.linting.css.colours import CLEAR, WHITE, Rgba, over, parse
from mingwen.linting.css.order import Entry
from mingwen.linting.css.scan import parts, split
from mingwen.linting.css.style import Style, in_context
from mingwen.linting.dom import Node, Page
from mingwen.linting.memory import once_a_page
from mingwen.linting.visibility import is_visible

GRADIENT = re.compile(r"(?:-webkit-|-moz-|-o-)?(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)", re.DOTALL)
# More colours than this behind one text make no difference that could be told.
MOST = 12
# Boxes no larger than this on both sides are marks, not grounds; px.
SMALL = 24.0
GROUNDS = ("background-image", "background-color")
PICTURES = frozenset({"img", "video", "canvas", "svg", "iframe", "object", "embed", "picture"})


class Layer(NamedTuple):
    """One possible colour behind text. `groups` are what lay behind each half-transparent element, with its opacity."""

    colour: Rgba
    groups: tuple[tuple[Rgba, float], ...] = ()

    def seen(self, front: Rgba) -> Rgba:
        """How a colour laid on it comes out on the screen."""
        found = over(front, self.colour)
        for behind, opacity in reversed(self.groups):
            found = over(found._replace(alpha=opacity), behind)
        return found


class Paint(NamedTuple):
    """What one style lays on the ground below. `colour` is None where it cannot be told."""

    colour: Rgba | None = CLEAR
    image: str = "none"
    opacity: float = 1.0
    is_placed: bool = False
    has_effect: bool = False


NO_PAINT = Paint()


class Ground(NamedTuple):
    """`doubts` are pairs of a kind (image, effect, overlay, position) and the index of the element behind it."""

    layers: tuple[Layer, ...]
    doubts: frozenset[tuple[str, int]] = frozenset()


@once_a_page
def all_grounds(page: Page) -> list[Ground]:
    """What lies behind the text of each element, by its index: the same one, by identity, where nothing is laid
    between."""
    known: list[Ground] = []
    first, overlaid = canvas(page), overlays(page)
    for node, own in zip(page.order, styled(page).styles, strict=True):
        below = known[node.parent.index] if node.parent else first
        if own.memory.get("paint") is not NO_PAINT or node.index in overlaid:
            below = lay(below, node)
        known.append(below)
    return known


def canvas(page: Page) -> Ground:
    """What the browser paints first: white, or near black in a dark scheme."""
    return Ground((Layer(Rgba(18, 18, 18) if style(page.root)._is_dark() else WHITE),))


def lay(below: Ground, node: Node) -> Ground:
    """The ground inside an element, from the one outside of it."""
    own = style(node)
    paint: Paint | None = own.memory.get("paint")
    if paint is None:
        found = paint_of(own)
        paint = own.memory["paint"] = NO_PAINT if found == NO_PAINT else found
    overlay = overlays(node.page).get(node.index)
    if paint is NO_PAINT and overlay is None:
        return below
    doubts = set(below.doubts)
    if overlay is not None:
        doubts.add(("overlay", overlay))
    if paint.is_placed:
        doubts.add(("position", node.index))
    if paint.has_effect:
        doubts.add(("effect", node.index))
    colour, image, opacity = paint.colour, paint.image, paint.opacity
    layers = list(below.layers)
    if opacity < 1:
        layers = [each._replace(groups=(*each.groups, (each.colour, opacity))) for each in layers]
    if colour is None:
        doubts.add(("effect", node.index))
    else:
        if colour.alpha >= 1:
            doubts = {each for each in doubts if each[0] == "effect"}
        layers = [each._replace(colour=over(colour, each.colour)) for each in layers]
    if image != "none":
        layers = painted(layers, image, own, node.index, doubts)
    return Ground(tuple(dict.fromkeys(layers))[:MOST], frozenset(doubts))


def paint_of(own: Style) -> Paint:
    """Background, opacity, and what makes the ground uncertain."""
    return Paint(
        own.colour("background-color"),
        own.get("background-image"),
        float(own.get("opacity")),
        own.get("position") in {"absolute", "fixed"} or is_pulled(own),
        own.get("filter") != "none" or own.get("mix-blend-mode") != "normal",
    )


def painted(layers: list[Layer], image: str, own: Style, index: int, doubts: set[tuple[str, int]]) -> list[Layer]:
    """With the images of a background laid on, from the last to the first."""
    if own.get("background-clip") == "text":
        doubts.add(("effect", index))
        return layers
    covers = "no-repeat" not in own.get("background-repeat") and own.get("background-size") in {"auto", "cover"}
    for each in reversed(split(image)):
        found = GRADIENT.match(each.lower())
        if each == "none":
            continue
        if not found:
            doubts.add(("image", index))
            continue
        stops = colours_of(in_context(found[1], own))
        if not stops:
            doubts.add(("image", index))
            continue
        if covers and all(stop.alpha >= 1 for stop in stops):
            doubts -= {doubt for doubt in doubts if doubt[0] != "effect"}
        laid = [layer._replace(colour=over(stop, layer.colour)) for layer in layers for stop in stops]
        layers = laid if covers else layers + laid
        layers = list(dict.fromkeys(layers))[:MOST]
    return layers


@lru_cache(maxsize=512)
def colours_of(inside: str) -> tuple[Rgba, ...]:
    """The colours of a gradient's stops, in order."""
    found = []
    for stop in split(inside):
        for part in parts(stop):
            colour = parse(part)
            if colour:
                found.append(colour)
                break
    return tuple(found)


def is_pulled(own: Style) -> bool:
    """Whether a margin or a shift draws the box over others."""
    for side in ("margin-top", "margin-left"):
        margin = own.px(side)
        if margin is not None and margin <= -SMALL:
            return True
    return False


def overlays(page: Page) -> dict[int, int]:
    """By the index of a box, a box positioned within it that may lie under or over what else stands there."""
    known: dict[int, int] | None = page.memory.get("overlays")
    if known is not None:
        return known
    known = page.memory["overlays"] = {}
    all_ = styled(page)
    floating = {id(each) for each in set(all_.styles) if each.get("position") in {"absolute", "fixed"}}
    for node in page.nodes.values() if floating else ():
        own = all_.styles[node.index]
        if id(own) in floating and is_covering(node, own) and is_visible(node):
            holder = next((each for each in node.ancestors if style(each).get("position") != "static"), None)
            below = (own.get("z-index").startswith("-")) and page.root
            if holder or below:
                known.setdefault((holder or page.root).index, node.index)
    for scope, ordered in enumerate(all_.orders):
        for entry in ordered.chosen_elements(is_laid):
            for index in matched(page, scope, entry):
                known.setdefault(index, index)
    return known


def is_laid(entry: Entry) -> bool:
    """Whether a rule makes a pseudo-element a positioned box with a ground."""
    said = {**entry.normal, **entry.important}
    drawn = any(said.get(name, "none") not in {"none", "transparent"} for name in GROUNDS)
    return drawn and "content" in said and said.get("position") in {"absolute", "fixed"}


def is_covering(node: Node, own: Style) -> bool:
    """Whether a positioned box shows something that could be a ground, and is not just a small mark."""
    width, height = own.px("width"), own.px("height")
    if width is not None and height is not None and width <= SMALL and height <= SMALL:
        return False
    colour = own.colour("background-color")
    if own.get("background-image") != "none" or (colour is not None and colour.alpha > 0):
        return True
    return node.tag in PICTURES or any(each.tag in PICTURES for each in node.children)
