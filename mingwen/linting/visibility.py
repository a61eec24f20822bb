"""Who can perceive or reach an element: shown on screen, in the accessibility tree, in the tab order.

Answers rest on markup and the author's CSS that cascade.py reads. Scripts are not run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from mingwen.linting.cascade import style, styled
from mingwen.linting.css.unseen import is_unseen
from mingwen.linting.dom import Node, Page

DISABLEABLE = frozenset({"button", "input", "select", "textarea", "fieldset", "option", "optgroup"})
TABINDEX = re.compile(r"[ \t\n\f\r]*([+-]?\d{1,9})")


# All that can have the focus is among these.
FOCUSABLE = (
    "a, area, input, audio, video, summary, button, select, textarea, iframe, [contenteditable], [tabindex], [href]"
)
T = TypeVar("T")


def carried(node: Node, key: str, start: T, step: Callable[[T, Node], T]) -> T:
    """What an element takes over from above and changes by `step`, remembered, so that depth costs nothing twice."""
    known: dict[int, T] = node.page.memory.setdefault(key, {})
    if node.index in known:
        return known[node.index]
    path: list[Node] = []
    at: Node | None = node
    while at and at.index not in known:
        path.append(at)
        at = at.parent
    answer = known[at.index] if at else start
    for each in reversed(path):
        answer = known[each.index] = step(answer, each)
    return answer


# SKIPS: the element is rendered, and nothing in it.
RENDERED, HIDDEN, VISIBLE, ON_SCREEN, SKIPS = 1, 2, 4, 8, 16
# What stands in these is for browsers that cannot play them.
MEDIA = frozenset({"audio", "video"})


def shown(node: Node) -> int:
    """Bits: RENDERED, HIDDEN (for everybody), VISIBLE (on the screen)."""
    return all_shown(node.page)[node.index]


def all_shown(page: Page) -> list[int]:
    """What shown() gives by index of element; worked out once for the whole page."""
    known: list[int] | None = page.memory.get("shown")
    if known is None:
        known = page.memory["shown"] = []
        drawn = styled(page).styles
        for each, own in zip(page.order, drawn, strict=True):
            above = known[each.parent.index] if each.parent else RENDERED | ON_SCREEN
            facts: tuple[bool, bool, bool, bool] | None = own.memory.get("shown")
            if facts is None:
                invisible = own.get("visibility") in {"hidden", "collapse"}
                skips = own.get("content-visibility") == "hidden" and own.get("display") != "inline"
                facts = own.memory["shown"] = own.get("display") == "none", invisible, is_unseen(own), skips
            if above & (RENDERED | SKIPS) != RENDERED or (facts[0] and removes(each)) or is_folded(each):
                known.append(HIDDEN)
            else:
                # A box that is off the screen takes all inside with it; visibility can be turned on again.
                seen = above & ON_SCREEN and not facts[2]
                bits = RENDERED | (ON_SCREEN if seen else 0) | (SKIPS if facts[3] or each.tag in MEDIA else 0)
                known.append(bits | (HIDDEN if facts[1] else VISIBLE if seen else 0))
    return known


def is_rendered(node: Node) -> bool:
    """Whether the element makes a box or text: no display: none on it or above, no closed details around it."""
    return bool(shown(node) & RENDERED)


def removes(node: Node) -> bool:
    """Whether the element itself takes itself and all inside it off the page."""
    own = style(node)
    if own.get("display") == "none" and (node.namespace == "html" or own.source("display") != "ua"):
        return True
    return is_folded(node)


def is_folded(node: Node) -> bool:
    """Whether it is inside details that is closed, and not its summary."""
    above = node.parent
    return bool(
        above
        and above.tag == "details"
        and "open" not in above.attributes
        and node is not next((child for child in above.children if child.tag == "summary"), None)
    )


def is_hidden(node: Node) -> bool:
    """Hidden for everybody: not rendered, or visibility: hidden."""
    return bool(shown(node) & HIDDEN)


def is_aria_hidden(node: Node) -> bool:
    """Whether aria-hidden="true" stands on the element or above it."""
    return node.index in aria_hidden(node)


def is_inert(node: Node) -> bool:
    """Whether the element or one around it is inert."""
    return node.index in inert(node)


def aria_hidden(any_node: Node) -> frozenset[int]:
    """The indexes of all elements of the page that aria-hidden hides."""
    return below(
        any_node, "aria-hidden", "[aria-hidden]", lambda each: each.get("aria-hidden").strip().lower() == "true"
    )


def inert(any_node: Node) -> frozenset[int]:
    """The indexes of all elements of the page that are inert."""
    return below(any_node, "inert", "[inert]")


def below(any_node: Node, key: str, selector: str, test: Callable[[Node], bool] = lambda _: True) -> frozenset[int]:
    """The indexes of the elements that match and pass a test, and of all inside them; found once a page."""
    known: frozenset[int] | None = any_node.page.memory.get(key)
    if known is None:
        found: set[int] = set()
        for node in any_node.page.select(selector):
            if node.index not in found and test(node):
                found.update(range(node.index, any_node.page.ends[node.index] + 1))
        known = any_node.page.memory[key] = frozenset(found)
    return known


def is_exposed(node: Node) -> bool:
    """In the accessibility tree as far as hiding goes: not hidden, aria-hidden or inert. The role is not asked."""
    known: list[bool] | None = node.page.memory.get("exposed")
    return (all_exposed(node.page) if known is None else known)[node.index]


def all_exposed(page: Page) -> list[bool]:
    """What is_exposed() gives by index of element; worked out once for the whole page."""
    known: list[bool] | None = page.memory.get("exposed")
    if known is None:
        known = page.memory["exposed"] = [not each & HIDDEN for each in all_shown(page)]
        for index in aria_hidden(page.root) | inert(page.root):
            known[index] = False
    return known


def is_visible(node: Node) -> bool:
    """On the screen: not hidden, not moved far off it, not wholly transparent or clipped away."""
    return bool(shown(node) & VISIBLE)


def is_disabled(node: Node) -> bool:
    """Disabled as HTML says: by its own attribute or by a fieldset around it (but not from within its legend)."""
    if node.namespace != "html" or node.tag not in DISABLEABLE:
        return False
    if "disabled" in node.attributes:
        return True
    below = node
    for above in node.ancestors:
        if above.tag == "fieldset" and "disabled" in above.attributes:
            first = next((child for child in above.children if child.tag == "legend"), None)
            if below is not first:
                return True
        below = above
    return False


def is_focusable(node: Node) -> bool:
    """Whether script or pointer can focus it: a native control, a link, or a valid tabindex; never when hidden."""
    if tabindex(node) is None and not is_natively_focusable(node):
        return False
    return not (is_disabled(node) or is_hidden(node) or is_inert(node))


def is_tabbable(node: Node) -> bool:
    """Whether the Tab key reaches it."""
    if not is_focusable(node):
        return False
    number = tabindex(node)
    return number >= 0 if number is not None else True


def first_tabbable(node: Node) -> Node | None:
    """The first element inside that the Tab key reaches; computed once for the whole page."""
    known: dict[int, Node] | None = node.page.memory.get("first_tabbable")
    if known is None:
        known = node.page.memory["first_tabbable"] = {}
        for each in node.page.select(FOCUSABLE):
            if is_tabbable(each):
                for above in each.ancestors:
                    if above.index in known:
                        break
                    known[above.index] = each
    return known.get(node.index)


def is_natively_focusable(node: Node) -> bool:
    """Focusable by its element alone, tabindex left aside."""
    if node.tag in {"a", "area"}:
        return "href" in node.attributes or "xlink:href" in node.attributes
    if node.namespace != "html":
        return False
    if node.tag == "input":
        return node.get("type").lower() != "hidden"
    if node.tag in {"audio", "video"}:
        return "controls" in node.attributes
    if node.tag == "summary":
        above = node.parent
        return bool(
            above and above.tag == "details" and node is next((c for c in above.children if c.tag == "summary"), None)
        )
    if node.get("contenteditable", "false").lower() in {"", "true", "plaintext-only"}:
        return True
    return node.tag in {"button", "select", "textarea", "iframe"}


def tabindex(node: Node) -> int | None:
    """The number in tabindex as HTML reads it, or None where there is no valid one."""
    written = node.get("tabindex")
    found = TABINDEX.match(written) if written else None
    return int(found[1]) if found else None
