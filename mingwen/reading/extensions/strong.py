"""`**“重要”**的` is strong.

CommonMark asks for a space beside a delimiter that touches punctuation; Chinese has no such spaces. A run of `*` that
touches a Chinese character or Chinese punctuation is judged by whitespace alone. Text without Chinese is not concerned.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter, Scanned

CHINESE = re.compile(
    "[\u2e80-\u303f\u3040-\u30ff\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)


def extend(md: MarkdownIt) -> None:
    md.inline.ruler.at("emphasis", emphasis)


def emphasis(state: StateInline, silent: bool) -> bool:
    """As markdown-it's own rule, with `scan` in place of its judgement of neighbours."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = scan(state, marker)
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
        )
    state.pos += scanned.length
    return True


def scan(state: StateInline, marker: str) -> Scanned:
    """Whether the run of markers at the parser's place may open or close emphasis."""
    plain = state.scanDelims(state.pos, marker == "*")
    end = state.pos + plain.length
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    known = None if marker == "_" else flanking(before, after)
    return Scanned(*known, plain.length) if known else plain


@lru_cache(maxsize=8192)
def flanking(before: str, after: str) -> tuple[bool, bool] | None:
    """Whether a run of `*` between two characters may open and may close emphasis; None where neither is Chinese, so
    that CommonMark's own rule applies."""
    if not (CHINESE.match(before) or CHINESE.match(after)):
        return None
    opens = not isWhiteSpace(ord(after)) and (_word(after) or not _word(before) or bool(CHINESE.match(before)))
    closes = not isWhiteSpace(ord(before)) and (_word(before) or not _word(after) or bool(CHINESE.match(after)))
    return opens, closes


def _word(character: str) -> bool:
    """No space and no punctuation, or Chinese punctuation, beside which Chinese sets no space."""
    if CHINESE.match(character):
        return not isWhiteSpace(ord(character))
    return not isWhiteSpace(ord(character)) and not isPunctChar(character) and not _ascii_mark(character)


def _ascii_mark(character: str) -> bool:
    return character.isascii() and not character.isalnum() and not character.isspace()
