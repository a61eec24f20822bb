"""Which templates a template draws in: what its pages depend on, and no more."""

from __future__ import annotations

import re

from mingwen.fingerprint import fingerprint
from mingwen.rendering.theme import Theme

# A name alone, not one that something is added to or that stands for a choice.
_TAG = re.compile(
    r"""{%[-+]?\s*(?:extends|include|import|from)\b\s*
    (?:(?:"([^"\\]+)"|'([^'\\]+)')\s*(?=[-+]?%}|(?:as|ignore|import|with|without)\b)|(?=\S))""",
    re.X,
)


def closure(theme: Theme, name: str) -> frozenset[str]:
    """The template and all it extends, includes or imports, however deep. One that names a template by a variable
    may draw in any, so then it is all of them."""
    sources = {source.name: source.text for source in theme.templates}
    found: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here in found or here not in sources:
            continue
        found.add(here)
        for double, single in _TAG.findall(sources[here]):
            if not double and not single:
                return frozenset(sources)
            waiting.append(double or single)
    return frozenset(found)


def templates(theme: Theme, name: str) -> bytes:
    """The fingerprint of a template with all it draws in."""
    drawn = closure(theme, name)
    return fingerprint(tuple((source.name, source.text) for source in theme.templates if source.name in drawn))
