"""The text of a page as people see it: elements with visible text of their own."""

from __future__ import annotations

import re

from mingwen.linting.cascade import style
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page, squeeze
from mingwen.linting.visibility import is_visible

SILENT = frozenset({"script", "style", "template", "title", "textarea", "option", "noscript", "iframe", "audio",
                    "video", "object", "canvas", "datalist", "select"})  # fmt: skip
# Text moved further than this to the left is meant to be off the screen; px.
FAR = -900.0
# Letters and digits of any script; the rest says nothing in a human language.
SPEAKS = re.compile(r"[^\W_]")


def texts(page: Page) -> list[Node]:
    """HTML elements with visible text that stands directly in them, in order of the document."""
    known: list[Node] | None = page.memory.get("shown-text")
    if known is None:
        known = page.memory["shown-text"] = [
            node
            for node in page.order
            if node.contents and node.tag not in SILENT and node.namespace == "html" and has_own(node) and is_seen(node)
        ]
    return known


def by_style(page: Page) -> dict[Style, list[Node]]:
    """The same elements by their style, of which a page has few: for what is asked of that alone."""
    return page.once("shown text by style", lambda: grouped(texts(page)))


def grouped(nodes: list[Node]) -> dict[Style, list[Node]]:
    """Elements by their style."""
    found: dict[Style, list[Node]] = {}
    for node in nodes:
        found.setdefault(style(node), []).append(node)
    return found


def has_own(node: Node) -> bool:
    """Whether words stand directly in the element."""
    for item in node.contents:  # noqa: SIM110 - any() takes twice the time, and every element is asked
        if isinstance(item, str) and SPEAKS.search(item):
            return True
    return False


def own(node: Node) -> str:
    """The text that stands directly in an element."""
    return squeeze(" ".join(item for item in node.contents if isinstance(item, str)))


def is_seen(node: Node) -> bool:
    """Whether text directly in the element is on the screen."""
    if not is_visible(node) or (node.tag == "details" and "open" not in node.attributes):
        return False
    drawn = style(node)
    known: bool | None = drawn.memory.get("has letters in sight")
    if known is None:
        indent = drawn.px("text-indent")
        known = drawn.get("font-size") != "0px" and (indent is None or indent > FAR)
        drawn.memory["has letters in sight"] = known
    return known
