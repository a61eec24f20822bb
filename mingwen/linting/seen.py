"""The words that people see in an element.

What is hidden, clipped away or moved off the screen is left out, and so are the letters that an icon font turns into
pictures.
"""

from __future__ import annotations

import re

from mingwen.linting.cascade import author, style
from mingwen.linting.dom import Node, squeeze
from mingwen.linting.visibility import carried, is_rendered, is_visible

CLIPS = re.compile(r"rect\(\s*[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?[\s,]+[01](px)?\s*\)|inset\((50|100)%\)")
TINY = frozenset({"0", "0px", "1px"})
RUNNING = ("inline", "contents", "ruby")
UNSEEN = frozenset({"script", "style", "template", "option"})


def text(node: Node) -> str:
    """The visible text inside, white space collapsed: ACT's visible inner text.

    A blank stands between blocks, cells and lines, and for what takes up room without being seen.
    """
    parts: list[str] = []
    stack: list[Node | str] = node.contents[::-1] if is_seen(node) else []
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
        elif item.tag in UNSEEN or not is_rendered(item):
            continue
        elif not is_shown(item):
            parts.append(" ")
        elif "icon" not in item.get("class").lower():
            gap = [" "] if is_apart(item) or not is_visible(item) else []
            shown = [each for each in item.contents if isinstance(each, Node) or is_seen(item)]
            stack.extend([*gap, *shown[::-1], *gap])
    return squeeze("".join(parts))


def is_apart(node: Node) -> bool:
    """Whether the words of an element stand apart from those around: in a block, a cell or a line of their own."""
    if node.tag == "br":
        return True
    around = style(node.parent).get("display") if node.parent else ""
    return not style(node).get("display").startswith(RUNNING) or around.endswith(("flex", "grid"))


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
