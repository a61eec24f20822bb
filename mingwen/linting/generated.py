"""Text that CSS puts before and after elements: what `content` in ::before and ::after says to a screen reader."""

from __future__ import annotations

from typing import Any

from mingwen.linting.cascade import styled
from mingwen.linting.dom import Node


def before(node: Node) -> str:
    """What ::before says in front of the contents."""
    return spoken(node, "before")


def after(node: Node) -> str:
    """What ::after says behind them."""
    return spoken(node, "after")


def spoken(node: Node, side: str) -> str:
    """The words, "" for none. What counters and images say is not known; their words after "/" are."""
    value = declared(node, side)
    return read(value, node) if value else ""


def declared(node: Node, side: str) -> str:
    """The `content` that wins on a side of the element ("before", "after"), "" where nothing is put there."""
    beside = styled(node.page).beside(node)
    entries = [entry for entry in beside if entry.selector.element == side] if beside else beside
    if not entries:
        return ""
    said: dict[str, object] = {}
    for entry in entries:
        said.update(entry.normal)
    for entry in entries:
        said.update(entry.important)
    value = said.get("content")
    return value if isinstance(value, str) and said.get("display") != "none" else ""


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
