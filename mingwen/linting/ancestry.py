"""What an element stands in, answered for the whole page at once, so that deep nesting costs nothing twice."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.visibility import carried


def inside(node: Node, selector: str) -> bool:
    """Whether an ancestor matches the selector."""
    return node.parent is not None and carried(
        node.parent, f"inside {selector}", False, lambda found, each: found or each.index in matching(each, selector)
    )


def matching(any_node: Node, selector: str) -> frozenset[int]:
    """The indexes of all elements of the page that match."""
    known: dict[str, frozenset[int]] = any_node.page.memory.setdefault("matching", {})
    if selector not in known:
        known[selector] = frozenset(node.index for node in any_node.page.select(selector))
    return known[selector]
