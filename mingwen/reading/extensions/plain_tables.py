"""The short cut for tables of plain words, as extensions/plain.py is for paragraphs: their rows become HTML at once.

Such a table stands at the margin, each row begins and ends with a bar and has the cells of its head.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from mingwen.reading.characters import escape
from mingwen.reading.extensions import words
from mingwen.reading.extensions.cells import Columns
from mingwen.reading.extensions.plain import CONTAINER, SWITCH, TRIM, plain

# No rule for words has a say, and extensions/tables.py finds no switch.
ROW = re.compile(rf"\|[^{words.MARKS}{SWITCH}]*\|[ \t]*$", re.MULTILINE)
RULER = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+")
ALIGNS = {(True, True): "center", (False, True): "right"}


def extend(md: MarkdownIt) -> None:
    md.block.ruler.before("table", "plain_table", _table)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose cells are plain words, as markdown-it's own rule and extensions/tables.py make it."""
    if silent or state.level or not state.src.startswith("|", state.bMarks[start]):
        return False
    typed: list[str] = []
    line = start
    while line < end and not state.isEmpty(line):
        found = ROW.match(state.src, state.bMarks[line])
        if not found or CONTAINER in found[0]:
            return False
        typed.append(TRIM(found[0]))
        line += 1
    following = state.skipEmptyLines(line)
    if following < end and TRIM(state.src[state.bMarks[following] : state.eMarks[following]]).startswith(SWITCH):
        return False
    if len(typed) < 2 or not RULER.fullmatch(typed[1]):
        return False
    head, ruler, *body = ([TRIM(cell) for cell in row[1:-1].split("|")] for row in typed)
    if any(len(row) != len(head) for row in (ruler, *body)):
        return False
    rows = [head, *body]
    written = [[words.html(cell) for cell in row] for row in rows]
    if any(None in row for row in written):
        return False
    token = state.push("table_open", "table", 1)
    token.map = [start, line]
    aligns = [ALIGNS.get((cell.startswith(":"), cell.endswith(":")), "") for cell in ruler]
    _rows(state, start, rows, written, aligns)
    state.push("table_close", "table", -1)
    state.line = line
    return True


def _rows(
    state: StateBlock, start: int, rows: list[list[str]], written: list[list[str | None]], aligns: list[str]
) -> None:
    """All of a table that begins at the line `start` but its own tags: the words of its cells, and those as HTML."""
    said = [[cell.replace(words.STRONG, "").strip() for cell in row] for row in rows]
    columns = Columns(said, aligns, row_heads=True)
    openings: dict[tuple[int, bool, bool], tuple[str, str]] = {}
    html, lines = ['<thead role="rowgroup">\n'], [start]
    for number, row in enumerate(written):
        in_head = number == 0
        html.append('<tr role="row">\n')
        for column, text in enumerate(row):
            cell = said[number][column]
            key = column, in_head, cell != ""
            if key not in openings:
                tag, attributes = columns.cell(column, cell, in_head=in_head)
                listed = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
                openings[key] = f"<{tag}{listed}>", f"</{tag}>\n"
            opening, closing = openings[key]
            html.append(f"{opening}{text}{closing}")
        html.append("</tr>\n")
        # The second line of a table is its ruler.
        lines += [start + number + (not in_head)] * (len(row) + 2)
        if in_head:
            html.append("</thead>\n" + ('<tbody role="rowgroup">\n' if rows[1:] else ""))
            lines += [start, start + 2] if rows[1:] else [start]
    if rows[1:]:
        html.append("</tbody>\n")
        lines.append(lines[-1])
    plain(state, html, lines, " ".join(" ".join(row) for row in rows))
