"""Focus guards: elements at the edges of a dialog that send the focus on as soon as they get it.

A script is read only where it says so in one statement: `a.addEventListener("focus", () => b.focus())`, `a.onfocus =`
or the attribute onfocus, with a and b named by id. Whatever is longer may do anything.
"""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, Page
from mingwen.linting.handlers import scripts
from mingwen.linting.visibility import is_exposed, is_focusable

# An element as scripts name it: by id, or by a variable, which may be an id too.
VARIABLE_NAME = r"(?<![\w$])([A-Za-z_$][\w$]*)"
NAMED = (
    r"""(?:document\.(?:getElementById\(\s*|querySelector\(\s*(?=['"]\#))['"]\#?([\w-]+)['"]\s*\)"""
    rf"|{VARIABLE_NAME})"
)
ON = r"""(?:\.addEventListener\(\s*['"]focus(?:in)?['"]\s*,|\.onfocus\s*=)"""
FUNCTION = r"(?:function\s*\w*\s*\([\w\s,]*\)|\([\w\s,]*\)\s*=>|\w+\s*=>)"
SENDS = rf"{NAMED}\.focus\(\s*(?:\{{[^{{}}]*\}}\s*)?\)\s*;?\s*"
LISTENS = re.compile(rf"{NAMED}\s*{ON}\s*{FUNCTION}\s*(?:\{{\s*{SENDS}\}}|{SENDS})(?=[)\s;]|$)")
HANDLER = re.compile(rf"\s*{SENDS}")
VARIABLE = re.compile(rf"(?:const|let|var)\s+([\w$]+)\s*=\s*{NAMED}\s*(?:;|\n|$)")


def is_guard(node: Node) -> bool:
    """Whether the focus surely moves on from the element at once, to one that screen readers know."""
    page = node.page
    written = node.get("onfocus")
    if written:
        found = HANDLER.fullmatch(written)
        return bool(found) and leads(page, named(found.groups(), {})) if found else False
    known: dict[str, str] | None = page.memory.get("guards")
    if known is None:
        known = page.memory["guards"] = listeners(scripts(page.root))
    return bool(node.id) and leads(page, known.get(node.id, ""))


def listeners(script: str) -> dict[str, str]:
    """Ids of elements that listen for focus, with the id of the one that gets it from them."""
    variables = {found[1]: found[2] for found in VARIABLE.finditer(script) if found[2]}
    pairs = {}
    for found in LISTENS.finditer(script):
        first, *rest = found.groups()
        pairs[named((first, rest[0]), variables)] = named(tuple(rest[1:]), variables)
    return pairs


def named(groups: tuple[str | None, ...], variables: dict[str, str]) -> str:
    """The id that one of the ways of naming an element gives."""
    word = next((each for each in groups if each), "")
    return variables.get(word, word)


def leads(page: Page, id_: str) -> bool:
    """Whether an id names an element that takes the focus and is announced."""
    target = page.find(id_) if id_ else None
    return target is not None and is_focusable(target) and is_exposed(target)
