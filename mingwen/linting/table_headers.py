"""Which header cells head anything, by the algorithm that HTML gives for assigning header cells (section 4.9.12.2).

The algorithm looks from every cell up its columns and back along its rows. The same comes out of one sweep down each
column and one along each row, in time linear in the number of slots.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from mingwen.linting.dom import Node
from mingwen.linting.tables import Cell, cells

Kind = Literal["col", "row", "colgroup", "rowgroup", ""]
SCOPES: dict[str, Kind] = {"col": "col", "row": "row", "colgroup": "colgroup", "rowgroup": "rowgroup"}
# A table of more slots than this is not judged.
LARGEST = 200_000


@dataclass(frozen=True, slots=True)
class Headers:
    """By index of each th: what it heads by its place and scope, and whether any cell is assigned to it."""

    kinds: dict[int, Kind]
    used: frozenset[int]


def headers(table: Node) -> Headers | None:
    """The header cells of a table, computed once; None for one too large to judge."""
    known: dict[int, Headers | None] = table.page.memory.setdefault("table_headers", {})
    if table.index not in known:
        naming = frozenset(cell.index for cell in table.page.select("[headers]") if cell.get("headers").strip())
        known[table.index] = assign(cells(table), naming)
    return known[table.index]


def assign(grid: list[Cell], naming: frozenset[int]) -> Headers | None:
    """The headers of a grid of cells; None where it is too large. `naming` are the cells that name theirs by id."""
    tall = 1 + max((cell.y for cell in grid), default=0)
    if sum(width * min(height, tall - y) for _, _, y, width, height in grid) > LARGEST:
        return None
    kinds = all_kinds(grid, tall)
    used = {index for index, name in kinds.items() if name in {"colgroup", "rowgroup"}}
    if not naming:
        return Headers(kinds, frozenset(used | followed(grid, tall, kinds)))
    columns: dict[int, list[Cell]] = {}
    rows: dict[int, list[Cell]] = {}
    for cell in grid:
        for x in range(cell.x, cell.x + cell.width):
            columns.setdefault(x, []).append(cell)
        for y in range(cell.y, min(cell.y + cell.height, tall)):
            rows.setdefault(y, []).append(cell)
    ids = {cell.node.id: cell.node.index for cell in grid if cell.node.id}
    for cell in grid:
        if cell.node.index in naming:
            used.update(ids[id_] for id_ in cell.node.get("headers").split() if id_ in ids)
    for column in columns.values():
        used |= swept("col", [(cell, (cell.x, cell.width)) for cell in column], kinds, naming)
    for row in rows.values():
        along = [(cell, (cell.y, cell.height)) for cell in sorted(row, key=lambda it: it.x)]
        used |= swept("row", along, kinds, naming)
    return Headers(kinds, frozenset(used))


def followed(grid: list[Cell], tall: int, kinds: dict[int, Kind]) -> set[int]:
    """Headers with any cell behind them in their column or row: where no cell names its headers, the algorithm assigns
    the next one at least. It comes to the same as swept(), in less time."""
    last_in_column: dict[int, int] = {}
    last_in_row: dict[int, tuple[int, int]] = {}
    for node, x, y, width, height in grid:
        index = node.index
        for column in range(x, x + width) if width > 1 else (x,):
            last_in_column[column] = index
        for row in range(y, min(y + height, tall)) if height > 1 else (y,):
            if row not in last_in_row or x >= last_in_row[row][0]:
                last_in_row[row] = x, index
    found = set()
    for node, x, y, width, height in grid if kinds else ():
        index = node.index
        name = kinds.get(index)
        if name == "col":
            used = any(last_in_column[column] != index for column in range(x, x + width))
        else:
            used = name == "row" and any(last_in_row[row][1] != index for row in range(y, min(y + height, tall)))
        if used:
            found.add(index)
    return found


def all_kinds(grid: list[Cell], tall: int) -> dict[int, Kind]:
    """What each th heads: as its scope says, else by whether data cells stand in its rows or columns; "" if neither."""
    kinds: dict[int, Kind] = {}
    open_: list[Cell] = []
    for cell in grid:
        if cell.node.tag == "th":
            written = cell.node.get("scope").strip().lower()
            kinds[cell.node.index] = SCOPES.get(written, "")
            if written not in SCOPES:
                open_.append(cell)
    if open_:
        columns: set[int] = set()
        rows: set[int] = set()
        for node, x, y, width, height in grid:
            if node.tag == "td":
                columns.update(range(x, x + width))
                rows.update(range(y, min(y + height, tall)))
        for node, x, y, width, height in open_:
            by_row = rows.isdisjoint(range(y, y + height))
            kinds[node.index] = "col" if by_row else "row" if columns.isdisjoint(range(x, x + width)) else ""
    return kinds


@dataclass(slots=True)
class Block:
    """Headers of one slot that stand together: what comes after a gap in the same slot takes their place."""

    number: int
    waiting: list[int] = field(default_factory=list)


def swept(
    name: str, along: list[tuple[Cell, tuple[int, int]]], kinds: dict[int, Kind], naming: frozenset[int]
) -> set[int]:
    """The headers of one column or row to which a cell behind them is assigned."""
    found: set[int] = set()
    blocks: dict[tuple[int, int], Block] = {}
    number, in_block = 0, False
    for cell, slot in along:
        index = cell.node.index
        is_header = index in kinds
        if is_header and not in_block:
            number += 1
        in_block = is_header
        if is_header and (slot not in blocks or blocks[slot].number != number):
            blocks[slot] = Block(number)
        if index not in naming:
            for block in blocks.values():
                found.update(block.waiting)
                block.waiting.clear()
        if is_header and kinds[index] == name:
            blocks[slot].waiting.append(index)
    return found
