"""Short cuts for what most of a document is: paragraphs of one line, and words without markup.

Nothing is read differently, only sooner: a line that no other rule can want is not offered to them all, and words in
which no rule finds a character of its own are not looked through rule by rule. tests/test_reading_plain.py compares.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.common import utils
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.reading.extensions.strong import flanking

# What markdown-it takes off the ends of a paragraph; before 4.0 that was all white space.
TRIM = getattr(utils, "mdTrim", str.strip)
# A line begins with no mark of a block where it begins with a letter, a figure that numbers nothing, or a character
# beyond ASCII, be it strong or not.
WORDS = re.compile(r"\*{0,2}(?:[A-Za-z\u0080-\U0010ffff]|[0-9]+[^0-9.)\s])")
# A new item of a list ends a paragraph at once.
ITEM = re.compile(r"[-+*] [A-Za-z\u0080-\U0010ffff]")
# What makes the line before it a term: a definition of mdit-py-plugins' definition lists.
DEFINITION = (":", "~")
# Without these characters no inline rule has anything to do.
MARKUP = re.compile(r"[\n\\`*_\[!<&]")
MOST_INDENT = 3


def extend(md: MarkdownIt) -> None:
    md.block.ruler.before("table", "plain", _paragraph)
    md.core.ruler.at("inline", _inline)


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph of one line, as markdown-it's own rule makes it."""
    here = state.bMarks[start] + state.tShift[start]
    if silent or not WORDS.match(state.src, here) or state.sCount[start] - state.blkIndent > MOST_INDENT:
        return False
    if not _ends(state, start + 1):
        return False
    state.line = start + 1
    state.push("paragraph_open", "p", 1).map = [start, start + 1]
    inline = state.push("inline", "", 0)
    inline.content = TRIM(state.getLines(start, start + 1, state.blkIndent, False))
    inline.map = [start, start + 1]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _ends(state: StateBlock, line: int) -> bool:
    """Whether the line before this one surely is a whole paragraph: nothing follows, a blank line that no definition
    follows, or a new item of the list."""
    if line >= state.lineMax:
        return True
    if state.isEmpty(line):
        line += 1
        return line >= state.lineMax or not state.src.startswith(DEFINITION, state.bMarks[line] + state.tShift[line])
    indent = state.sCount[line]
    return (
        state.parentType == "list"
        and 0 <= indent < state.blkIndent
        and indent - state.listIndent <= MOST_INDENT
        and ITEM.match(state.src, state.bMarks[line] + state.tShift[line]) is not None
    )


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        words = token.content
        if words and not MARKUP.search(words):
            token.children = [Token("text", "", 0, content=words)]
        elif "**" in words and (children := _strong(words.split("**"))):
            token.children = children
        else:
            token.children = []
            state.md.inline.parse(words, state.md, state.env, token.children)


def _strong(parts: list[str]) -> list[Token]:
    """The tokens of words that have no other markup than pairs of `**` beside Chinese; none where that is not sure."""
    if len(parts) % 2 == 0 or not all(parts[1:-1]) or MARKUP.search("".join(parts)):
        return []
    tokens = [Token("text", "", 0, content=parts[0])]
    for number, (before, after) in enumerate(pairwise(parts)):
        known = flanking(before[-1:] or " ", after[:1] or " ")
        closes = number % 2
        if known is None or not known[closes]:
            return []
        mark = Token("strong_close", "strong", -1) if closes else Token("strong_open", "strong", 1)
        mark.markup = "**"
        tokens.append(mark)
        tokens.append(Token("text", "", 0, content=after, level=1 - closes))
    return tokens
