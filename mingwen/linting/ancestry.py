"""What an element stands in, answered for the whole page at once, so that deep nesting costs nothing twice."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.visibility import below


def inside(node: Node, selector: str) -> bool:
    """Whether an ancestor matches the selector."""
    return node.parent is not None and within(node.parent, selector)


def within(node: Node, selector: str) -> bool:
    """Whether the element or an ancestor matches the selector."""
    known: dict[str, frozenset[int]] = node.page.memory.setdefault("within", {})
    found = known.get(selector)
    if found is None:
        found = known[selector] = below(node, f"inside {selector}", selector)
    return node.index in found


def is_aria_disabled(node: Node) -> bool:
    """Whether aria-disabled="true" stands on the element or above it."""
    return within(node, '[aria-disabled="true" i]')
