"""`**“重要”**的` is strong.

CommonMark asks for a space beside a delimiter that touches punctuation; Chinese has no such spaces. A run of `*` that
touches a Chinese character or Chinese punctuation is judged by whitespace alone. Text without Chinese is not concerned.
"""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter, Scanned

# Chinese characters and punctuation.
CHINESE = (
    range(0x2E80, 0x3100), range(0x31C0, 0xA000), range(0xF900, 0xFB00), range(0xFE30, 0xFE50),
    range(0xFF00, 0xFFF0), range(0x20000, 0x40000),
)  # fmt: skip


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
    if not (chinese(before) or chinese(after)):
        return None
    opens = not isWhiteSpace(ord(after)) and (_word(after) or not _word(before) or chinese(before))
    closes = not isWhiteSpace(ord(before)) and (_word(before) or not _word(after) or chinese(after))
    return opens, closes


def chinese(text: str) -> bool:
    """Whether any Chinese stands in a text."""
    return any(ord(character) in known for character in text for known in CHINESE)


def _word(character: str) -> bool:
    """No space and no punctuation, or Chinese punctuation, beside which Chinese sets no space."""
    if chinese(character):
        return not isWhiteSpace(ord(character))
    return not isWhiteSpace(ord(character)) and not isPunctChar(character) and not _ascii_mark(character)


def _ascii_mark(character: str) -> bool:
    return character.isascii() and not character.isalnum() and not character.isspace()
