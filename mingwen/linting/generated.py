"""Text that CSS puts before and after elements: what `content` in ::before and ::after says to a screen reader."""

from __future__ import annotations

import re
from typing import Any

from mingwen.linting.cascade import applies, select, sheet_declarations, specificity
from mingwen.linting.dom import Node, Page

PSEUDO = re.compile(r"(.*?)::?(before|after)\s*$", re.DOTALL)
Weight = tuple[bool, tuple[int, int, int], int]


def before(node: Node) -> str:
    """What ::before says in front of the contents."""
    return spoken(node, "before")


def after(node: Node) -> str:
    """What ::after says behind them."""
    return spoken(node, "after")


def spoken(node: Node, side: str) -> str:
    """The words, "" for none. What counters and images say is not known; their words after "/" are."""
    declared = contents(node.page).get(side, {}).get(node.index)
    return read(declared[1], node) if declared else ""


def contents(page: Page) -> dict[str, dict[int, tuple[Weight, str]]]:
    """The winning `content` by side and index of element; computed once a page."""
    known: dict[str, dict[int, tuple[Weight, str]]] | None = page.memory.get("generated")
    if known is None:
        known = page.memory["generated"] = {"before": {}, "after": {}}
        for number, declaration in enumerate(sheet_declarations(page)):
            if declaration.name != "content" or not applies(declaration.media):
                continue
            for selector in declaration.selector.split(","):
                found = PSEUDO.fullmatch(selector.strip())
                if not found:
                    continue
                weight = (declaration.important, specificity(found[1]), number)
                side = known[found[2]]
                for node in select(page, found[1].strip() or "*"):
                    if node.index not in side or weight >= side[node.index][0]:
                        side[node.index] = (weight, declaration.value)
    return known


def read(value: str, node: Node) -> str:
    """The text of a `content` value: strings and attr(), or the alternative behind a "/"."""
    import tinycss2

    words: list[str] = []
    gap = ""
    tokens: list[Any] = tinycss2.parse_component_value_list(value, skip_comments=True)
    for token in tokens:
        if token.type == "literal" and token.value == "/":
            words, gap = [], " "
        elif token.type == "string":
            words.append(token.value)
        elif token.type == "function" and token.lower_name == "attr" and token.arguments:
            words.append(node.get(tinycss2.serialize(token.arguments[:1]).strip()))
    return f"{gap}{''.join(words)}{gap}" if words else ""
