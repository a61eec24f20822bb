"""What the scripts of a page speak of. They are not run; where one may change what a rule looks at, it asks."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, Page
from mingwen.linting.handlers import scripts
from mingwen.linting.visibility import carried
from mingwen.linting.words import words

SHADOW = re.compile(r"\battachShadow\b|\bcustomElements\b")
# What attachShadow takes besides elements of the page's own making (DOM Standard 4.9).
HOSTS = words("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span")
FOCUS = re.compile(r"\bfocus\b")


def handles_focus(page: Page) -> bool:
    """Whether a script speaks of focus: one may send it on from a guard at the edge of a dialog."""
    return speaks(page, FOCUS) or bool(page.select("[onfocus]"))


def builds_shadow(page: Page) -> bool:
    """Whether a script makes shadow trees or elements of its own, whose contents the source does not show."""
    return speaks(page, SHADOW)


def may_be_host(node: Node) -> bool:
    """Whether a script may give the element, or one around it, a shadow tree that shows something else."""
    if not builds_shadow(node.page):
        return False
    if node.tag in HOSTS and not node.children and not node.has_text:
        return True
    return carried(node, "custom", False, lambda inside, each: inside or ("-" in each.tag and each.namespace == "html"))


def has_scripts(page: Page) -> bool:
    """Whether any script at all runs on the page, in it or linked."""
    return any(
        node.get("type").strip().lower() in {"", "module"} or "javascript" in node.get("type").lower()
        for node in page.select("script")
    )


def speaks(page: Page, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern occurs in any script of the page; looked up once."""
    known: dict[str, bool] = page.memory.setdefault("script_words", {})
    if pattern.pattern not in known:
        known[pattern.pattern] = bool(pattern.search(scripts(page.root)))
    return known[pattern.pattern]
