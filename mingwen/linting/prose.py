"""Running text of a page: blocks of words long enough to be read as sentences, with how they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingwen.linting.cascade import style
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page, squeeze
from mingwen.linting.extent import INLINE
from mingwen.linting.memory import once_a_page
from mingwen.linting.shown_text import texts
from mingwen.linting.visibility import carried

HAN = re.compile(r"[\u3400-\u9fff]+")
LATIN = re.compile(r"[A-Za-z]+")
# Fewer characters than this are a label, not prose.
SHORTEST = 30
# On fewer no rule has anything to say.
FEW = 20


class Block(NamedTuple):
    """A block and the text in its lines, inline elements included."""

    node: Node
    text: str

    @property
    def style(self) -> Style:
        """How the block is drawn."""
        return style(self.node)

    @property
    def is_han(self) -> bool:
        """Whether most of it is Chinese."""
        return sum(map(len, HAN.findall(self.text))) > sum(map(len, LATIN.findall(self.text)))


@once_a_page
def blocks(page: Page) -> list[Block]:
    """Every block with a few words or more of visible text in its lines, in order of the document."""
    words: dict[int, list[str]] = {}
    for node in texts(page):
        inline = is_inline(node)
        first, *more = node.contents
        if not inline and not more and isinstance(first, str) and len(first) < FEW:
            continue
        around = node.parent if inline else node
        at = around if around and not is_inline(around) else block(node)
        said = " ".join(each for each in node.contents if isinstance(each, str)) if more else str(first)
        words.setdefault(at.index, []).append(said)
    squeezed = ((at, squeeze(" ".join(said))) for at, said in words.items())
    return [Block(page.at(at), said) for at, said in squeezed if len(said) >= FEW]


@once_a_page
def prose(page: Page) -> list[Block]:
    """Those that are long enough to be read as sentences."""
    return [each for each in blocks(page) if len(each.text) >= SHORTEST]


def block(node: Node) -> Node:
    """The block whose lines an element's text stands in."""
    return carried(node, "block", node.page.root, lambda above, each: above if is_inline(each) else each)


def is_inline(node: Node) -> bool:
    """Whether it runs in the lines of what is around it."""
    own = style(node)
    known: bool | None = own.memory.get("inline")
    if known is None:
        known = own.memory["inline"] = own.get("display") in INLINE
    return known


def alike(found: list[Block]) -> Iterator[tuple[Block, int]]:
    """The first of each that is drawn in the same way, and how many there are."""
    counts: dict[int, int] = {}
    firsts: dict[int, Block] = {}
    for each in found:
        key = id(each.style)
        firsts.setdefault(key, each)
        counts[key] = counts.get(key, 0) + 1
    return ((firsts[key], counts[key]) for key in firsts)


def exact_width(own: Style) -> float | None:
    """The width of a block's lines in CSS px where style alone gives it; None where layout has a say."""
    if "exact width" not in own.memory:
        own.memory["exact width"] = add_up(own)
    found: float | None = own.memory["exact width"]
    return found


def add_up(own: Style) -> float | None:
    """What exact_width() remembers."""
    lost = 0.0
    at: Style | None = own
    while at:
        for side in ("padding-left", "padding-right", "border-left-width", "border-right-width"):
            lost += at.px(side) or 0.0
        if at.get("display") not in {"block", "list-item", "flow-root"} or at.get("float") != "none":
            return None
        if at.get("position") in {"absolute", "fixed"} or at.get("column-count") != "auto":
            return None
        width, limit = at.px("width"), at.px("max-width")
        if (width is None and at.get("width") != "auto") or (limit is None and at.get("max-width") != "none"):
            return None
        if width is not None or limit is not None:
            if at is own or at.get("box-sizing") == "content-box":
                lost -= sum(at.px(f"padding-{side}") or 0.0 for side in ("left", "right"))
            return max(0.0, min(each for each in (width, limit) if each is not None) - lost)
        for side in ("margin-left", "margin-right"):
            lost += at.px(side) or 0.0
        at = at.parent
    return max(0.0, own.media.width - lost)
