"""The headings of a page, in order, with their levels."""

from __future__ import annotations

from mingwen.linting.dom import Node, Page
from mingwen.linting.memory import once_a_page
from mingwen.linting.roles import role
from mingwen.linting.visibility import is_exposed

# What ARIA 1.2 gives a heading without aria-level.
DEFAULT = 2


@once_a_page
def exposed(page: Page) -> dict[Node, int]:
    """All headings that assistive technology is told of, with their position, in order of the page."""
    found = [
        node for node in page.root.all("h1, h2, h3, h4, h5, h6, [role]") if role(node) == "heading" and is_exposed(node)
    ]
    return {node: number for number, node in enumerate(found)}


def level(heading: Node) -> int:
    """aria-level where it is a positive number, else the level of the element."""
    written = heading.get("aria-level").strip()
    if written.isdecimal() and int(written[:6]) > 0:
        return int(written[:6])
    return int(heading.tag[1]) if heading.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else DEFAULT
