"""Links and frames that have the same name but may not lead to the same thing."""

from __future__ import annotations

from collections.abc import Iterable

from mingwen.linting.dom import Node, Page
from mingwen.linting.linked import goal, is_action, same
from mingwen.linting.memory import once_a_page
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.visibility import is_exposed

# What holds a link together with the words that explain it.
CONTEXTS = frozenset(
    {
        "blockquote",
        "caption",
        "dd",
        "div",
        "dt",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "p",
        "td",
        "th",
    }
)


@once_a_page
def links(page: Page) -> dict[str, list[Node]]:
    """The links that a screen reader comes to, by name in lower case; those without a name are left out, and those
    that only start a script, which lead nowhere."""
    found = (node for node in page.select("a, area, [role=link]") if is_link(node))
    return by_name(found)


def is_link(node: Node) -> bool:
    """Whether a screen reader comes to it as a link that leads somewhere."""
    return role(node) == "link" and is_exposed(node) and not is_action(node)


def by_name(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    """Nodes by their name in lower case; those without one are left out."""
    found: dict[str, list[Node]] = {}
    for node in nodes:
        if words := name(node).lower():
            found.setdefault(words, []).append(node)
    return found


def differs(one: Node, other: Node) -> bool:
    """Whether two links may lead to different things: what cannot be looked up may."""
    goals = goal(one), goal(other)
    if not all(goals):
        return True
    return goals[0] != goals[1] and not same(one.page, *goals)


@once_a_page
def groups(page: Page) -> dict[tuple[int, str], list[Node]]:
    """Links that share their name and their context, by the index of the context and the name in lower case."""
    known: dict[tuple[int, str], list[Node]] = {}
    for words, nodes in links(page).items():
        for node in nodes if len(nodes) > 1 else ():
            if around := context(node):
                known.setdefault((around.index, words), []).append(node)
    return known


def context(link: Node) -> Node | None:
    """The paragraph, item, cell or box around a link, None for one that stands outside of all."""
    return next((node for node in link.ancestors if node.tag in CONTEXTS), None)
