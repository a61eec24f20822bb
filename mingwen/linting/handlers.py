"""Event handlers in attributes: what can be told from them without running a script."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, Page
from mingwen.linting.memory import once_a_page

# What stops an event or shows nothing is no control.
IDLE = re.compile(
    r"(\s|;|return\s+(false|true)?|return|void\s*\(?0\)?|(window\.)?event\.(stopPropagation|preventDefault)\(\)"
    r"|(event\.)?(cancelBubble|returnValue)\s*=\s*(true|false))*"
)
CONTROL = "a[href], area[href], button, input, select, textarea, summary, label, iframe, [tabindex], [contenteditable]"
KEYS = ("onkeydown", "onkeyup", "onkeypress")


def acts(node: Node, event: str = "onclick") -> bool:
    """Whether the handler does anything."""
    return not IDLE.fullmatch(node.get(event))


@once_a_page
def scripts(page: Page) -> str:
    """The text of all scripts in the page, and of its event handlers on html and body."""
    parts = [item for node in page.select("script") for item in node.contents if isinstance(item, str)]
    parts += [
        value for node in page.select("html, body") for name, value in node.attributes.items() if name.startswith("on")
    ]
    return "\n".join(parts)
