"""Short cuts for what most of a document is: paragraphs of one line, lists of such lines, words without markup.

Nothing is read differently, only sooner. A line that no other rule can want is not offered to them all; words in which
no rule finds a character of its own are not looked through rule by rule; and a block of such words that no extension
looks at becomes HTML at once, as one token "plain". tests/test_reading_plain.py compares.
"""

from __future__ import annotations

import re
from itertools import cycle, pairwise

from markdown_it import MarkdownIt
from markdown_it.common import utils
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.reading.characters import escape
from mingwen.reading.extensions.strong import flanking

# What markdown-it takes off the ends of a paragraph; before 4.0 that was all white space.
TRIM = getattr(utils, "mdTrim", str.strip)
# A letter or a character beyond ASCII. Said by what it is not, which takes a tenth of the time to compile.
LETTER = r"[^\0-@\[-`{-\x7f]"
# A line begins with no mark of a block where it begins with one, or with a figure that numbers nothing, be it strong
# or not.
WORDS = re.compile(rf"\*{{0,2}}(?:{LETTER}|[0-9]+[^0-9.)\s])")
# A new item of a list ends a paragraph at once.
ITEM = re.compile(f"[-+*] {LETTER}")
# What makes the line before it a term: a definition of mdit-py-plugins' definition lists.
DEFINITION = (":", "~")
# A line that surely ends a list: no item, no definition, nothing indented.
BEHIND_LIST = re.compile(rf"{LETTER}|[#|>\[]")
# Without these characters no inline rule has anything to do.
MARKUP = re.compile(r"[\n\\`*_\[!<&]")
# What extensions look at again: ::: stands where somebody wanted a container, a paragraph that begins with a number may
# be meant as a heading, and one that begins like a caption may be that of a table.
CONTAINER = ":::"
LOOKED_AT = re.compile(rf"[\s*]*(?:{CONTAINER}|[一二三四五六七八九十百（(0-9]|表|Table)")
MOST_INDENT = 3


def extend(md: MarkdownIt) -> None:
    md.block.ruler.before("table", "plain", _paragraph)
    md.block.ruler.before("table", "plain_list", _list)
    md.core.ruler.at("inline", _inline)


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph of one line, as markdown-it's own rule makes it."""
    here = state.bMarks[start] + state.tShift[start]
    if silent or not WORDS.match(state.src, here) or state.sCount[start] - state.blkIndent > MOST_INDENT:
        return False
    if not _ends(state, start + 1):
        return False
    state.line = start + 1
    words = TRIM(state.getLines(start, start + 1, state.blkIndent, False))
    if state.level == 0 and not LOOKED_AT.match(words) and (html := _html(words)) is not None:
        _plain(state, [(f"<p>{html}</p>\n", start)], words)
        return True
    state.push("paragraph_open", "p", 1).map = [start, start + 1]
    inline = state.push("inline", "", 0)
    inline.content = words
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


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list at the margin whose items are one line each, without a blank line between them."""
    if silent or state.level or state.sCount[start] or state.src[state.bMarks[start]] not in "-+*":
        return False
    marker, pieces, words = state.src[state.bMarks[start]], [("<ul>\n", start)], []
    line = start
    while line < end and not state.isEmpty(line):
        first = state.bMarks[line]
        if state.sCount[line] or state.src[first] != marker or not ITEM.match(state.src, first):
            return False
        words.append(TRIM(state.src[first + 2 : state.eMarks[line]]))
        html = _html(words[-1])
        if html is None or words[-1].startswith(CONTAINER):
            return False
        pieces.append((f"<li>{html}</li>\n", line))
        line += 1
    following = state.skipEmptyLines(line)
    if following < end and (state.sCount[following] or not BEHIND_LIST.match(state.src, state.bMarks[following])):
        return False
    pieces.append(("</ul>\n", line - 1))
    state.line = line
    _plain(state, pieces, "".join(words))
    return True


def _plain(state: StateBlock, pieces: list[tuple[str, int]], words: str) -> None:
    """A block as HTML, each piece with the line it comes from."""
    token = state.push("plain", "", 0)
    token.map = [pieces[0][1], pieces[-1][1] + 1]
    # Of strong words the marks are no characters of the text.
    token.content = words.replace("**", "")
    token.meta = {"pieces": pieces}


def _html(words: str) -> str | None:
    """Words without markup as HTML, or with none but pairs of `**`; None where that is not sure."""
    if not MARKUP.search(words):
        return escape(words)
    if "**" not in words or not _paired(parts := words.split("**")):
        return None
    tags = cycle(("<strong>", "</strong>"))
    return escape(parts[0]) + "".join(next(tags) + escape(part) for part in parts[1:])


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        words = token.content
        if words and not MARKUP.search(words):
            token.children = [Token("text", "", 0, content=words)]
        elif "**" in words and _paired(parts := words.split("**")):
            token.children = _strong(parts)
        else:
            token.children = []
            state.md.inline.parse(words, state.md, state.env, token.children)


def _paired(parts: list[str]) -> bool:
    """Whether the words between `**` have no other markup, and each pair of them stands beside Chinese that makes it a
    pair."""
    if len(parts) % 2 == 0 or not all(parts[1:-1]) or MARKUP.search("".join(parts)):
        return False
    sides = (flanking(before[-1:] or " ", after[:1] or " ") for before, after in pairwise(parts))
    return all(known is not None and known[number % 2] for number, known in enumerate(sides))


def _strong(parts: list[str]) -> list[Token]:
    """The tokens of words with pairs of `**` between them."""
    tokens = [Token("text", "", 0, content=parts[0])]
    for number, words in enumerate(parts[1:]):
        closes = number % 2
        mark = Token("strong_close", "strong", -1) if closes else Token("strong_open", "strong", 1)
        mark.markup = "**"
        tokens += [mark, Token("text", "", 0, content=words, level=1 - closes)]
    return tokens
