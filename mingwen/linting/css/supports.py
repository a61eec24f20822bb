"""@supports: whether a browser of today takes a property with a value, or a selector (CSS Conditional Rules 3 to 5)."""

from __future__ import annotations

import re
from functools import lru_cache

from mingwen.linting.css import properties, shorthands
from mingwen.linting.css.properties import ALIASES, PROPERTIES, WIDE
from mingwen.linting.css.scan import DEEPEST, PIECE, depth
from mingwen.linting.css.selectors import read
from mingwen.linting.css.variables import uses_variables


@lru_cache(maxsize=512)
def supported(condition: str) -> bool:
    """Never raises; what cannot be read is not supported."""
    if depth(condition) > DEEPEST:
        return False
    return evaluate(condition.strip()) or False


def evaluate(text: str) -> bool | None:
    """None where the condition is no condition."""
    if text[:4].lower() in {"not ", "not("}:
        inner = evaluate(text[3:].strip())
        return None if inner is None else not inner
    terms, words = cut(text)
    if not terms or len(set(words)) > 1 or len(words) != len(terms) - 1:
        return None
    answers = [term(each) for each in terms]
    return any(answers) if words[:1] == ["or"] else all(answers)


def cut(text: str) -> tuple[list[str], list[str]]:
    """Terms at the outermost level and the words between them."""
    terms: list[str] = []
    words: list[str] = []
    now: list[str] = []
    level = 0
    for piece in PIECE.findall(text):
        if level == 0 and piece.lower() in {"and", "or"} and now:
            terms.append("".join(now).strip())
            words.append(piece.lower())
            now = []
            continue
        level += (piece == "(") - (piece == ")")
        now.append(piece)
    if "".join(now).strip():
        terms.append("".join(now).strip())
    return terms, words


def term(text: str) -> bool:
    """One condition in brackets, or a function."""
    if text[:4].lower() in {"not ", "not("}:
        return not term(text[3:].strip())
    if text.lower().startswith("selector(") and text.endswith(")"):
        return read(text[9:-1]) is not None
    if not text.startswith("(") or not text.endswith(")"):
        return False
    inside = text[1:-1].strip()
    if inside.startswith("(") or inside[:4].lower() in {"not ", "not("} or inside.lower().startswith("selector("):
        return evaluate(inside) or False
    name, colon, value = inside.partition(":")
    return bool(colon) and takes(name.strip().lower(), value.strip())


def takes(name: str, value: str) -> bool:
    """Whether the property takes the value."""
    value = re.sub(r"\s*!\s*important$", "", value, flags=re.IGNORECASE)
    if not value:
        return False
    if name.startswith("--"):
        return True
    name = ALIASES.get(name, name)
    if value.lower() in WIDE or uses_variables(value):
        return name in PROPERTIES or name in shorthands.COVERED or name in properties.known_names()
    if name in PROPERTIES:
        return properties.parse(name, value) is not None
    if name in shorthands.COVERED:
        return shorthands.expand(name, value) is not None
    return name in properties.known_names()
