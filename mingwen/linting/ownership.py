"""Who owns whom in the accessibility tree: by aria-owns, else by nesting, boxes without meaning passed over."""

from __future__ import annotations

from mingwen.linting.aria import GLOBAL
from mingwen.linting.dom import Node, Page
from mingwen.linting.roles import all_roles, role
from mingwen.linting.visibility import all_exposed, carried

MEANINGLESS = frozenset({"", "generic", "none"})


def owner(node: Node) -> Node | None:
    """The nearest element around that means something, or the one whose aria-owns names this one."""
    claimed = claims(node.page).get(node.index)
    return claimed or (around(node.parent) if node.parent else None)


def around(node: Node) -> Node | None:
    """The element itself where it means something, else its owner."""

    def step(above: Node | None, each: Node) -> Node | None:
        return claims(each.page).get(each.index, above) if is_passed_over(each) else each

    return carried(node, "owner", None, step)


def owned(node: Node) -> list[Node]:
    """What an element owns, nested or by aria-owns; hidden elements are left out."""
    named = claims(node.page)
    exposed, roles = all_exposed(node.page), all_roles(node.page)
    stack = [*node.page.memory["owns"].get(node.index, ()), *node.children][::-1] if named else node.children[::-1]
    found: list[Node] = []
    while stack:
        child = stack.pop()
        if not exposed[child.index] or (named and named.get(child.index, node) is not node):
            continue
        if roles[child.index] in MEANINGLESS and is_passed_over(child):
            stack.extend(child.children[::-1])
        else:
            found.append(child)
    return found


def is_passed_over(node: Node) -> bool:
    """Whether an element only wraps others: no role, or one without meaning, and nothing that ARIA says of it."""
    if role(node) not in MEANINGLESS:
        return False
    return not node.attributes or not any(
        name in GLOBAL and name != "aria-hidden" and value.strip() for name, value in node.attributes.items()
    )


def claims(page: Page) -> dict[int, Node]:
    """The element that owns another by aria-owns, by the index of the owned; the first that names it counts."""
    known: dict[int, Node] | None = page.memory.get("claims")
    if known is None:
        known = page.memory["claims"] = {}
        owns: dict[int, list[Node]] = page.memory.setdefault("owns", {})
        for node in page.select("[aria-owns]"):
            for id_ in node.get("aria-owns").split():
                target = page.find(id_)
                if target and target.index not in known and target is not node and not is_within(node, target):
                    known[target.index] = node
                    owns.setdefault(node.index, []).append(target)
    return known


def is_within(node: Node, outer: Node) -> bool:
    """Whether `outer` stands above."""
    return outer in node.ancestors


def lost(node: Node) -> bool:
    """Whether aria-owns names an element that the source does not hold."""
    return any(not node.page.find(id_) for id_ in node.get("aria-owns").split())
