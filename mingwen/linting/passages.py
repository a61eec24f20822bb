"""The words that take their language from each element with a lang attribute, and from the page itself."""

from __future__ import annotations

from mingwen.linting.detection import ENOUGH, PROFILES, SCRIPTS, Guess, detect, plain
from mingwen.linting.dom import Node, Page, squeeze
from mingwen.linting.names import name
from mingwen.linting.visibility import is_exposed, is_visible

SILENT = frozenset({"script", "style", "template", "noscript", "title"})


def guess(node: Node) -> Guess:
    """What language the words are in that take theirs from this element: one with lang, or the root."""
    known: dict[int, Guess] = node.page.memory.setdefault("guess", {})
    if node.index not in known:
        known[node.index] = detect(squeeze(" ".join(texts(node.page).get(node.index, ()))))
    return known[node.index]


def is_judged(tag: str) -> bool:
    """Whether a language is one of those that can be told from a text."""
    return plain(tag) in PROFILES or plain(tag) in SCRIPTS or plain(tag) == "zh"


def texts(page: Page) -> dict[int, list[str]]:
    """Texts by the index of the element that gives them their language; the title goes with the root."""
    known: dict[int, list[str]] | None = page.memory.get("texts")
    if known is None:
        known = page.memory["texts"] = {page.root.index: [node.text for node in page.select("title")[:1]]}
        sizes: dict[int, int] = {}
        owners: dict[int, int] = {}
        for node in page.nodes.values():
            above = owners[node.parent.index] if node.parent else 0
            owner = owners[node.index] = node.index if "lang" in node.attributes else above
            if node.tag in SILENT or sizes.get(owner, 0) > ENOUGH:
                continue
            said = [item for item in node.contents if isinstance(item, str) and not item.isspace()]
            if (said or node.tag == "img") and (is_exposed(node) or is_visible(node)):
                said = [*said, name(node)] if node.tag == "img" else said
                known.setdefault(owner, []).extend(said)
                sizes[owner] = sizes.get(owner, 0) + sum(map(len, said))
    return known
