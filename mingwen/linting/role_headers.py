"""Which header cells head anything in a table as assistive technology is told of it: by roles, rows and positions.

This is what ACT calls an assigned cell. HTML's own assignment (table_headers.py) knows scope and spans, this one knows
tables made of roles, and headers that HTML assigns to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mingwen.linting.dom import Node
from mingwen.linting.ownership import owned, owner
from mingwen.linting.roles import TABLES, role

CELLS = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
# Of the rows of a column only so many are remembered: one may be the header's own.
BOTH = 2
POSITIONS = ("aria-colindex", "aria-rowspan", "rowspan")


def row(cell: Node) -> Node | None:
    """The row that owns a cell."""
    above = owner(cell)
    return above if above and role(above) == "row" else None


def table(cell: Node) -> Node | None:
    """The table or grid that a cell belongs to by its roles."""
    above = row(cell)
    above = owner(above) if above else None
    if above and role(above) == "rowgroup":
        above = owner(above)
    return above if above and role(above) in TABLES else None


@dataclass(slots=True)
class Layout:
    """`places` are row and columns (the first, the one behind the last) by the index of a cell. `cells` and `words`
    are the rows, two at most, in which a column has a cell, and one that says something; `counts` is how many of both a
    row has. `named` are the ids in headers attributes. `is_odd` tells of positions that order alone does not give.
    """

    places: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    cells: dict[int, list[int]] = field(default_factory=dict)
    words: dict[int, list[int]] = field(default_factory=dict)
    counts: dict[int, tuple[int, int]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    is_odd: bool = False


def layout(top: Node) -> Layout:
    """The cells of a table or grid in their columns; computed once, in linear time."""
    known: dict[int, Layout] = top.page.memory.setdefault("role layout", {})
    if top.index not in known:
        known[top.index] = found = Layout()
        parts = (owned(part) if role(part) == "rowgroup" else [part] for part in owned(top))
        for line in (each for part in parts for each in part if role(each) == "row"):
            at = 0
            for cell in owned(line):
                if role(cell) in CELLS:
                    at = put(found, line, cell, at)
    return known[top.index]


def put(found: Layout, line: Node, cell: Node, at: int) -> int:
    """Enter a cell that begins in a column; gives the column behind it."""
    end = at + width(cell)
    found.places[cell.index] = line.index, at, end
    found.named.update(cell.get("headers").split())
    found.is_odd = found.is_odd or any(name in cell.attributes for name in POSITIONS)
    says = is_filled(cell)
    cells, words = found.counts.get(line.index, (0, 0))
    found.counts[line.index] = cells + 1, words + says
    for column in range(at, end):
        for rows in (found.cells, found.words) if says else (found.cells,):
            seen = rows.setdefault(column, [])
            if len(seen) < BOTH and line.index not in seen:
                seen.append(line.index)
    return end


def heads(header: Node) -> bool | None:
    """Whether a columnheader or rowheader heads a cell that says something; None where that cannot be told."""
    top = table(header)
    found = layout(top) if top else None
    if found is None or header.index not in found.places:
        return None
    if header.id in found.named:
        return True
    if found.is_odd:
        return None
    line, start, end = found.places[header.index]
    if role(header) == "rowheader":
        cells, words = found.counts[line]
        return True if words > is_filled(header) else False if cells == 1 else None
    for rows, answer in ((found.words, True), (found.cells, None)):
        if any(index != line for column in range(start, end) for index in rows.get(column, ())):
            return answer
    return False


def is_filled(cell: Node) -> bool:
    """Whether there is anything in a cell."""
    return cell.has_text or bool(cell.children)


def width(cell: Node) -> int:
    """The columns that a cell takes."""
    written = (cell.get("aria-colspan") or cell.get("colspan")).strip()
    return min(max(int(written[:4]), 1), 1000) if written.isdecimal() else 1
