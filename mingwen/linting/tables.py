"""Data tables: which tables hold data, and the grid of their cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mingwen.linting.dom import Node
from mingwen.linting.roles import role

# HTML caps spans: 1000 columns, 65534 rows.
WIDEST, TALLEST = 1000, 65_534
LAYOUT = "table, form, ul, ol, div, iframe, script, h1, h2, h3, h4, h5, h6"


class Cell(NamedTuple):
    """A td or th with the slots that it takes: `x` and `y` from 0, `width` columns, `height` rows."""

    node: Node
    x: int
    y: int
    width: int
    height: int


def cells(table: Node) -> list[Cell]:
    """The cells of a table by the HTML table model, nested tables left out; computed once, in linear time."""
    known: dict[int, list[Cell]] = table.page.memory.setdefault("cells", {})
    if table.index not in known:
        known[table.index] = laid_out(table)
    return known[table.index]


def laid_out(table: Node) -> list[Cell]:
    """What cells() remembers."""
    found: list[Cell] = []
    busy: dict[int, int] = {}
    for y, row in enumerate(rows(table)):
        x = 0
        for node in row.children:
            if node.tag not in {"td", "th"}:
                continue
            while busy and busy.get(x, 0) > y:
                x += 1
            width = span(node, "colspan", WIDEST) if "colspan" in node.attributes else 1
            height = span(node, "rowspan", TALLEST) if "rowspan" in node.attributes else 1
            # A named tuple made by the plain tuple's means takes half the time.
            found.append(tuple.__new__(Cell, (node, x, y, width, height)))
            if height > 1:
                busy.update(dict.fromkeys(range(x, x + width), y + height))
            x += width
    return found


def rows(table: Node) -> Iterator[Node]:
    """The rows that belong to the table itself, in order of the source."""
    for child in table.children:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.children if row.tag == "tr")


def table_of(cell: Node) -> Node | None:
    """The nearest table element around a cell; cells of one row ask together."""
    known: dict[int, Node | None] = cell.page.memory.setdefault("table of", {})
    row = cell.parent
    if row is None:
        return None
    if row.index not in known:
        known[row.index] = next((above for above in cell.ancestors if above.tag == "table"), None)
    return known[row.index]


def first_row(table: Node) -> Node | None:
    """The first row that the table has, wherever it stands."""
    return next(rows(table), None)


def span(node: Node, name: str, largest: int) -> int:
    """colspan or rowspan as browsers take it: at least 1, at most `largest`, 1 where it is no number."""
    written = node.get(name).strip()
    return min(max(int(written[:6]), 1), largest) if written.isdecimal() else 1


def is_table(node: Node) -> bool:
    """Whether assistive technology is told of a table."""
    return role(node) in {"table", "grid", "treegrid"}


def is_surely_data(table: Node) -> bool:
    """Whether the author says so himself: by a caption, a thead or a summary."""
    return any(child.tag in {"caption", "thead"} and child.has_text for child in table.children) or bool(
        table.get("summary").strip()
    )


def looks_like_data(table: Node) -> bool:
    """Two rows and two columns or more of short cells that hold no other structure. A guess, only good for asking."""
    grid = cells(table)
    if not grid or max(cell.y for cell in grid) < 1 or max(cell.x for cell in grid) < 1 or table.has(LAYOUT):
        return False
    filled = [cell for cell in grid if cell.node.text]
    return len(filled) * 2 > len(grid) and all(len(cell.node.text) <= 120 for cell in filled)
