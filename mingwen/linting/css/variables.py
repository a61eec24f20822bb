"""var() and env() put into a value, with fallbacks; what cannot be resolved makes the value invalid."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

# A custom property that holds nothing usable: not set, or in a cycle.
INVALID = "\0"
# A value that grows beyond this when variables are put in is dropped, so that a few lines cannot fill the memory.
LONGEST = 20_000
USES = re.compile(r"\b(?:var|env)\(", re.IGNORECASE)


def uses_variables(text: str) -> bool:
    """Whether a value has var() or env() in it."""
    return "(" in text and USES.search(text) is not None


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Any, ...]:
    """The tokens of a value, remembered."""
    import tinycss2

    return tuple(tinycss2.parse_component_value_list(text, skip_comments=True))


def substitute(text: str, lookup: Callable[[str], str]) -> str:
    """The text with every var() replaced by what `lookup` says of it, or INVALID."""
    out: list[str] = []
    return "".join(out).strip() if fill(tokens(text), lookup, out) else INVALID


def fill(nodes: tuple[Any, ...] | list[Any], lookup: Callable[[str], str], out: list[str]) -> bool:
    """Writes nodes to `out`; False where a variable has no value and no fallback, or all grows too long."""
    if sum(map(len, out)) > LONGEST:
        return False
    for node in nodes:
        if node.type == "function":
            name = node.lower_name
            if name in {"var", "env"}:
                if not put(node.arguments, name, lookup, out):
                    return False
                continue
            out.append(f"{node.name}(")
            if not fill(node.arguments, lookup, out):
                return False
            out.append(")")
        elif node.type in {"() block", "[] block", "{} block"}:
            out.append(node.type[0])
            if not fill(node.content, lookup, out):
                return False
            out.append(node.type[1])
        elif node.type == "error":
            return False
        else:
            out.append(node.serialize())
    return True


def put(arguments: list[Any], kind: str, lookup: Callable[[str], str], out: list[str]) -> bool:
    """Writes what var() or env() stands for."""
    comma = next((at for at, each in enumerate(arguments) if each.type == "literal" and each.value == ","), None)
    first = [each for each in arguments[:comma] if each.type not in {"whitespace", "comment"}]
    if not first or first[0].type != "ident":
        return False
    if kind == "env":
        if first[0].value.startswith("safe-area-inset-"):
            out.append("0px")
            return True
    elif len(first) != 1 or not first[0].value.startswith("--"):
        return False
    else:
        value = lookup(first[0].value)
        if value != INVALID:
            out.append(f" {value} ")
            return sum(map(len, out)) <= LONGEST
    return comma is not None and fill(arguments[comma + 1 :], lookup, out)
