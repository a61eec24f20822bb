"""Short cuts for words without markup, or with none but `**` around some: what no rule for words has a say in is not
looked through rule by rule. Nothing is read differently, only sooner: tests/test_reading_plain.py compares.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.reading.characters import escape
from mingwen.reading.extensions.strong import flanking

STRONG = "**"
# All characters with which a rule for words begins, but for that of emphasis. For a set of a regular expression.
MARKS = r"\n\\`_\[!<&"
MARKUP = re.compile(f"[{MARKS}]")


def extend(md: MarkdownIt) -> None:
    md.core.ruler.at("inline", _inline)


def html(words: str) -> str | None:
    """Words that hold none of MARKS as HTML; None where it is not sure what their `*` mean."""
    text = escape(words)
    if "*" not in words:
        return text
    parts = words.split(STRONG)
    if not _paired(words, parts):
        return None
    if text != words:
        parts = text.split(STRONG)
    parts[1::2] = [f"<strong>{part}</strong>" for part in parts[1::2]]
    return "".join(parts)


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        words = token.content
        sure = words and not MARKUP.search(words)
        if sure and "*" not in words:
            token.children = [Token("text", "", 0, content=words)]
        elif sure and _paired(words, parts := words.split(STRONG)):
            token.children = _strong(parts)
        else:
            token.children = []
            state.md.inline.parse(words, state.md, state.env, token.children)


def _paired(words: str, parts: list[str]) -> bool:
    """Whether the words have no `*` but the `**` between their parts, and each pair of these stands beside Chinese that
    makes it a pair."""
    if len(parts) % 2 == 0 or words.count("*") != len(STRONG) * (len(parts) - 1):
        return False
    before, closes = parts[0], 0
    for after in parts[1:]:
        known = flanking(before[-1:] or " ", after[:1] or " ")
        if known is None or not known[closes]:
            return False
        before, closes = after, 1 - closes
    return True


def _strong(parts: list[str]) -> list[Token]:
    """The tokens of words with pairs of `**` between them."""
    tokens = [Token("text", "", 0, content=parts[0])]
    for number, words in enumerate(parts[1:]):
        closes = number % 2
        mark = Token("strong_close", "strong", -1) if closes else Token("strong_open", "strong", 1)
        mark.markup = STRONG
        tokens += [mark, Token("text", "", 0, content=words, level=1 - closes)]
    return tokens
