"""The words that people see in an element.

What is hidden, clipped away or moved off the screen is left out, and so are the letters that an icon font turns into
pictures.
"""

from __future__ import annotations

import re

from mingwen.linting.cascade import author
from mingwen.linting.dom import BLOCKS, Node, squeeze
from mingwen.linting.visibility import carried, is_visible

CLIPS = re.compile(r"rect\(\s*[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?\s*\)|inset\((50|100)%\)")
TINY = frozenset({"0", "0px", "1px"})
UNSEEN = frozenset({"script", "style", "template", "option"})


def text(node: Node) -> str:
    """The visible text inside, white space collapsed, lines parted by a blank."""
    parts: list[str] = []
    stack: list[Node | str] = node.contents[::-1] if is_seen(node) else []
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
        elif item.tag not in UNSEEN and "icon" not in item.get("class").lower() and is_shown(item):
            gap = [" "] if item.tag in BLOCKS else []
            shown = [each for each in item.contents if isinstance(each, Node) or is_seen(item)]
            stack.extend([*gap, *shown[::-1], *gap])
    return squeeze("".join(parts))


def is_seen(node: Node) -> bool:
    """Whether the text of an element itself can be seen."""
    return is_visible(node) and is_shown(node)


def is_shown(node: Node) -> bool:
    """Whether neither the element nor one around is clipped to nothing, as texts for screen readers only are."""
    return not carried(node, "clipped", False, lambda clipped, each: clipped or is_clipped(each))


def is_clipped(node: Node) -> bool:
    """Whether CSS clips the element to nothing, or makes it a dot whose contents do not flow over."""
    if author(node, "position") not in {"absolute", "fixed"}:
        return False
    if CLIPS.match(author(node, "clip")) or CLIPS.match(author(node, "clip-path")):
        return True
    small = author(node, "width") in TINY and author(node, "height") in TINY
    return small and author(node, "overflow") in {"hidden", "clip"}
