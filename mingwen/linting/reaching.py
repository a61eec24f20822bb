"""What the rules share that ask whether readers get past what all pages repeat: when they look, how sure they are."""

from __future__ import annotations

from mingwen.linting.blocks import Layout, layout
from mingwen.linting.dom import Node
from mingwen.linting.hit import Hit
from mingwen.linting.rule import Example
from mingwen.linting.texts import Passage

CONTENT = "话说天下大势，分久必合，合久必分。"
MENU = "<nav><a href=b.html>第二章</a></nav>"
# Nothing but the menu before the content: for certain where the other page is at hand.
BARE = (
    Example(f"{MENU}<p>{CONTENT}", says="none", sheets=(("b.html", "<nav>第二章</nav><p>第二回"),)),
    Example(f"{MENU}<p>{CONTENT}", says="perhaps"),
)
# A page that repeats nothing.
PLAIN = Example(f"<p>{CONTENT}")


def parted(html: Node) -> Layout | None:
    """The layout of a page that has content behind what it repeats, None for one that has not."""
    found = layout(html)
    return found if found.repeated and found.main else None


def missing(at: Passage, *, sure: bool) -> Hit:
    """The hit that no way leads past what is repeated: "none" where that is sure, else the question "perhaps"."""
    return at.node.fail("none", quote=at.text) if sure else at.node.ask("perhaps", quote=at.text)
