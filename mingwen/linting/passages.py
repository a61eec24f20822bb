"""The words that take their language from each element with a lang attribute, and from the page itself."""

from __future__ import annotations

from mingwen.linting.detection import ENOUGH, PROFILES, SCRIPTS, Guess, detect, plain
from mingwen.linting.dom import Node, Page, squeeze
from mingwen.linting.embedded import inner
from mingwen.linting.names import name, own
from mingwen.linting.visibility import VISIBLE, all_exposed, all_shown, is_exposed

SILENT = frozenset({"script", "style", "template", "noscript", "title"})
NAMED = "[alt], [aria-label], [aria-labelledby], [label], [title], input[value], iframe[srcdoc]"


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
    """Texts by the index of the element that gives them their language; the title goes with the root.

    They are what ACT calls the text with the same programmatic language: words that somebody perceives, names and
    descriptions, and the same of pages in srcdoc that name no language. An empty lang gives none.
    """
    known: dict[int, list[str]] | None = page.memory.get("texts")
    if known is None:
        known = page.memory["texts"] = {page.root.index: [node.text for node in titles(page)]}
        sizes: dict[int, int] = {}
        owners: dict[int, int] = {}
        names = {node.index for node in page.select(NAMED)}
        exposed, bits = all_exposed(page), all_shown(page)
        alone = all(node is page.root or not node.get("lang") for node in page.select("[lang]"))
        for node in page.order:
            above = owners[node.parent.index] if node.parent else 0
            owner = owners[node.index] = node.index if node.get("lang") else above
            if sizes.get(owner, 0) > ENOUGH:
                if alone:
                    break
                continue
            if node.tag in SILENT:
                continue
            said = [item for item in node.contents if isinstance(item, str) and not item.isspace()]
            named = node.index in names
            if (said or named) and (exposed[node.index] or bits[node.index] & VISIBLE):
                said += attributed(node) if named else ()
                known.setdefault(owner, []).extend(said)
                sizes[owner] = sizes.get(owner, 0) + sum(map(len, said))
    return known


def titles(page: Page) -> list[Node]:
    """The title of a page of its own."""
    return [] if page.frame else page.select("title")[:1]


def attributed(node: Node) -> list[str]:
    """What attributes say to whom the element is announced: its name, its description, the page in it."""
    if not is_exposed(node):
        return []
    page = inner(node)
    said = [*texts(page).get(page.root.index, ())] if page and not page.root.get("lang") else []
    written = "aria-label" in node.attributes or "aria-labelledby" in node.attributes
    return [*said, *filter(None, {name(node) if written else own(node), squeeze(node.get("title"))})]
