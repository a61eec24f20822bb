"""Spacing of text that a style attribute fixes with !important, so that readers' own style sheets cannot widen it."""

from __future__ import annotations

from mingwen.linting.cascade import style
from mingwen.linting.dom import Node
from mingwen.linting.extent import font_size
from mingwen.linting.shown_text import texts


def fixed(node: Node, name: str) -> list[Node]:
    """The elements with text of their own whose spacing comes from this element's style attribute, important there."""
    return [] if style(node).source(name) != "inline!" or not style(node).is_own(name) else wearers(node, name)


def wearers(node: Node, name: str) -> list[Node]:
    """Elements with text whose value stems from this element."""
    by_owner: dict[int, list[Node]] = node.page.memory.setdefault(f"wearers of {name}", {})
    if not by_owner:
        for text in texts(node.page):
            owner: Node | None = text
            while owner and not style(owner).is_own(name):
                owner = owner.parent
            if owner:
                by_owner.setdefault(owner.index, []).append(text)
    return by_owner.get(node.index, [])


def ems(node: Node, name: str) -> float:
    """A spacing in em of the element itself; normal is none."""
    value = style(node).px(name)
    size = font_size(style(node))
    return (value or 0.0) / size if size else 0.0
