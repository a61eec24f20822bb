"""The delay in <meta http-equiv=refresh>, read as HTML's "shared declarative refresh steps" read it."""

from __future__ import annotations

import re

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node

# Twenty hours, after which WCAG 2.2.1 sets no limit. Seconds.
LONGEST = 72_000
CONTENT = re.compile(r"[ \t\n\f\r]*(?:(\d+)|(?=\.))[\d.]*(?:[ \t\n\f\r]*[;,].*|[ \t\n\f\r]+.*|)$", re.DOTALL)


def delay(content: str) -> int | None:
    """Whole seconds until the page reloads or leaves, or None where browsers ignore the attribute."""
    found = CONTENT.match(content)
    return int((found[1] or "0")[:12]) if found else None


def is_first_valid(meta: Node) -> bool:
    """Whether it is the meta refresh that counts: browsers act on the first valid one, and on none in noscript."""
    page = meta.page
    if "refresh" not in page.memory:
        every = page.root.all("meta[http-equiv=refresh i][content]")
        valid = (each for each in every if delay(each.get("content")) is not None)
        page.memory["refresh"] = next((each for each in valid if not inside(each, "noscript")), None)
    return page.memory["refresh"] is meta
