"""Short cuts for what most of a document is: paragraphs of one line, lists of such lines, headings.

Nothing is read differently, only sooner. A line that no other rule can want is not offered to them all; and blocks of
plain words that no extension looks at become HTML at once, as many as follow each other as one token "plain".
tests/test_reading_plain.py compares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common import utils
from markdown_it.rules_block import StateBlock, heading
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token

from mingwen.reading.extensions import words
from mingwen.reading.extensions.words import MARKS

# What markdown-it takes off the ends of a paragraph; before 4.0 that was all white space.
TRIM = getattr(utils, "mdTrim", str.strip)
# A letter or a character beyond ASCII. Said by what it is not, which takes a tenth of the time to compile.
LETTER = r"[^\0-@\[-`{-\x7f]"
# A line begins with no mark of a block where it begins with one, or with a figure that numbers nothing, be it strong
# or not.
WORDS = re.compile(rf"\*{{0,2}}(?:{LETTER}|[0-9]+[^0-9.)\s])")
# What extensions look at again: ::: stands where somebody wanted a container, a brace begins the switch of a table, a
# paragraph that begins with a number may be meant as a heading, and one that begins like a caption may be that of a
# table.
CONTAINER = ":::"
SWITCH = "{"
LOOKED_AT = rf"[\s*]*(?:{CONTAINER}|[{SWITCH}一二三四五六七八九十百（(0-9]|表|Table)"
# A whole line of words that begins with no mark of a block, in which no rule for words but that of emphasis has a say.
LINE = re.compile(rf"(?!{LOOKED_AT})(?:\*\*)?{LETTER}[^{MARKS}]*$", re.MULTILINE)
# An item of a list whose words are such.
ENTRY = re.compile(rf"[-+*] ((?:\*\*)?{LETTER}[^{MARKS}]*)$", re.MULTILINE)
# A new item of a list ends a paragraph at once.
ITEM = re.compile(rf"[-+*] (?:\*\*)?{LETTER}")
# What makes the line before it a term: a definition of mdit-py-plugins' definition lists.
DEFINITION = (":", "~")
# A line that surely ends a list: no item, no definition, nothing indented.
BEHIND_LIST = re.compile(rf"(?:\*\*)?{LETTER}|[#|>\[]")
MOST_INDENT = 3


def extend(md: MarkdownIt) -> None:
    md.core.ruler.at("normalize", _normalize)
    md.block.ruler.before("table", "plain_heading", _heading)
    md.block.ruler.before("table", "plain", _plain)
    md.block.ruler.before("table", "plain_paragraph", _paragraph)


def plain(state: StateBlock, html: Sequence[str], lines: Sequence[int], said: str) -> Token:
    """A block as HTML, a row for each of `lines`; `said` are its words with no markup but `**`."""
    token = state.push("plain", "", 0)
    token.map = [lines[0], lines[-1] + 1]
    # Of strong words the marks are no characters of the text.
    token.content = said.replace(words.STRONG, "")
    token.meta = {"html": "".join(html), "lines": lines}
    return token


def _normalize(state: StateCore) -> None:
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


class _Run:
    """Blocks as HTML: a row for each of `lines`, and the words of each."""

    def __init__(self) -> None:
        self.html: list[str] = []
        self.lines: list[int] = []
        self.words: list[str] = []


def _plain(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Plain paragraphs and lists at the margin, up to the first line that is not surely part of one."""
    if silent or state.level:
        return False
    run, line = _Run(), start
    while line < end and (after := _line(state, line, run) or _list(state, line, end, run)):
        line = state.skipEmptyLines(after)
    if line == start:
        return False
    plain(state, run.html, run.lines, " ".join(run.words))
    state.line = line
    return True


def _line(state: StateBlock, line: int, run: _Run) -> int:
    """The line behind a paragraph of one line; 0 where it is none."""
    found = LINE.match(state.src, state.bMarks[line] + state.tShift[line])
    if not found or state.sCount[line] > MOST_INDENT or not _ends(state, line + 1):
        return 0
    said = TRIM(found[0])
    html = words.html(said)
    if html is None:
        return 0
    run.html.append(f"<p>{html}</p>\n")
    run.lines.append(line)
    run.words.append(said)
    return line + 1


def _list(state: StateBlock, start: int, end: int, run: _Run) -> int:
    """The line behind a list whose items are one line each, without a blank line between them; 0 where it is none."""
    marker = state.src[state.bMarks[start]]
    if state.sCount[start] or marker not in "-+*":
        return 0
    items, said, line = [], [], start
    while line < end and not state.isEmpty(line):
        first = state.bMarks[line]
        found = ENTRY.match(state.src, first)
        if not found or state.sCount[line] or state.src[first] != marker:
            return 0
        typed = TRIM(found[1])
        html = None if typed.startswith(CONTAINER) else words.html(typed)
        if html is None:
            return 0
        items.append(f"<li>{html}</li>\n")
        said.append(typed)
        line += 1
    following = state.skipEmptyLines(line)
    if following < end and (state.sCount[following] or not BEHIND_LIST.match(state.src, state.bMarks[following])):
        return 0
    run.html += ["<ul>\n", *items, "</ul>\n"]
    run.lines += [start, *range(start, line), line - 1]
    run.words += said
    return line


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


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A heading is none only where it is the head of a table, and that needs a bar."""
    first = state.bMarks[start] + state.tShift[start]
    return (
        not silent
        and state.src.startswith("#", first)
        and "|" not in state.src[first : state.eMarks[start]]
        and heading(state, start, end, False)
    )
