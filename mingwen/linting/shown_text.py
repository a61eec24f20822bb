"""The text of a page as people see it: elements with visible text of their own."""

from __future__ import annotations

import re

from mingwen.linting.cascade import style, styled
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page, squeeze
from mingwen.linting.memory import once_a_page
from mingwen.linting.visibility import VISIBLE, all_shown

SILENT = frozenset({"script", "style", "template", "title", "textarea", "option", "noscript", "iframe", "audio",
                    "video", "object", "canvas", "datalist", "select"})  # fmt: skip
# Text moved further than this to the left is meant to be off the screen; px.
FAR = -900.0
# Letters and digits of any script; the rest says nothing in a human language.
SPEAKS = re.compile(r"[^\W_]")


@once_a_page
def texts(page: Page) -> list[Node]:
    """HTML elements with visible text that stands directly in them, in order of the document."""
    return [
        node
        for node, bits, drawn in zip(page.order, all_shown(page), styled(page).styles, strict=True)
        if bits & VISIBLE
        and node.contents
        and node.tag not in SILENT
        and node.namespace == "html"
        and has_own(node)
        and has_letters(drawn)
        and (node.tag != "details" or "open" in node.attributes)
    ]


@once_a_page
def by_style(page: Page) -> dict[Style, list[Node]]:
    """The same elements by their style, of which a page has few: for what is asked of that alone."""
    found: dict[Style, list[Node]] = {}
    for node in texts(page):
        found.setdefault(style(node), []).append(node)
    return found


def has_own(node: Node) -> bool:
    """Whether words stand directly in the element."""
    for item in node.contents:  # noqa: SIM110 - any() takes twice the time, and every element is asked
        # A first letter that says something, as most do, need not be searched for.
        if isinstance(item, str) and (item[:1].isalnum() or SPEAKS.search(item)):
            return True
    return False


def own(node: Node) -> str:
    """The text that stands directly in an element."""
    return squeeze(" ".join(item for item in node.contents if isinstance(item, str)))


def has_letters(drawn: Style) -> bool:
    """Whether letters in a style are large enough to be seen, and not moved off the screen."""
    known: bool | None = drawn.memory.get("has letters in sight")
    if known is None:
        indent = drawn.px("text-indent")
        known = drawn.get("font-size") != "0px" and (indent is None or indent > FAR)
        drawn.memory["has letters in sight"] = known
    return known
