"""reading-order: what people see in order is read in that order."""

from __future__ import annotations

from mingwen.linting.cascade import style, styled
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

REVERSED = frozenset({"row-reverse", "column-reverse"})
CONTAINERS = frozenset({"flex", "inline-flex", "grid", "inline-grid"})


@Rule(
    id="reading-order",
    name=Text("看到的顺序要和念出的顺序一致", "The order seen is the order read"),
    why=Text(
        "样式换了先后，读屏软件和 Tab 键仍按源码走，看着和听着对不上。",
        "Where style changes the order, screen readers and the Tab key still follow the source, and the two disagree.",
    ),
    basis=("WCAG 2.2 1.3.2", "WCAG 2.2 2.4.3"),
    on="body",
    says={
        "reversed": Text(
            "样式 {how} 把这里的先后颠倒了。请人工确认：按源码的顺序念下来，意思还通吗？",
            "The style {how} reverses the order here. Read in the order of the source, does it still make sense?",
        ),
        "moved": Text(
            "样式 order: {how} 把这一块挪了位置。请人工确认：按源码的顺序念下来，意思还通吗？",
            "The style order: {how} moves this block. Read in the order of the source, does it still make sense?",
        ),
    },
    bad=(
        Example("<body><div style='display:flex;flex-direction:row-reverse'><p>一</p><p>二</p></div>", says="reversed"),
        Example("<body><div style='display:flex'><p>一</p><p style='order:-1'>二</p></div>", says="moved"),
    ),
    good=(
        Example("<body><div style='display:flex'><p>一</p><p>二</p></div>"),
        Example("<body><div style='display:flex;flex-direction:row-reverse'><p>一</p></div>"),
        Example("<body><div><p>一</p><p style='order:-1'>二</p></div>"),
    ),
    when=lambda body: bool(changed(body.page)),
    level="advice",
)
def reading_order(body: Node) -> Hits:
    for node in changed(body.page):
        if is_reversed(style(node)) and read(node) > 1:
            yield node.ask("reversed", how=f"flex-direction: {style(node).get('flex-direction')}")
        elif style(node).get("order") != "0" and node.parent and holds(style(node.parent)) and read(node.parent) > 1:
            yield node.ask("moved", how=style(node).get("order"))


def changed(page: Page) -> list[Node]:
    """Visible elements with text whose style may change the order."""
    known: list[Node] | None = page.memory.get("reordered")
    if known is None:
        drawn = styled(page).styles
        odd = {id(own) for own in set(drawn) if own.get("order") != "0" or is_reversed(own)}
        known = page.memory["reordered"] = [
            node
            for node in (page.nodes.values() if odd else ())
            if id(drawn[node.index]) in odd and node.has_text and is_visible(node)
        ]
    return known


def is_reversed(own: Style) -> bool:
    """Whether a flex container runs backwards."""
    return own.get("display") in {"flex", "inline-flex"} and own.get("flex-direction") in REVERSED


def holds(own: Style) -> bool:
    """Whether order has an effect on what is inside."""
    return own.get("display") in CONTAINERS


def read(node: Node) -> int:
    """How many children have visible text."""
    return sum(child.has_text and is_visible(child) for child in node.children)
