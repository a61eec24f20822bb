"""irregular-table: all rows of a table are equally long."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import cells, is_surely_data, is_table, looks_like_data
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="irregular-table",
    name=Text("表格各行的列数要一样", "All rows of a table are equally long"),
    why=Text(
        "少了格子，读屏软件会把数字算到别的列下，看的人也对不齐。",
        "Where cells are missing, numbers are read under the wrong column, and eyes cannot line them up.",
    ),
    basis=("HTML Standard 4.9.12 model", "WCAG 2.2 1.3.1"),
    level="advice",
    on="table",
    says={
        "short": Text(
            "第 {row} 行只占 {count} 列，整张表有 {width} 列。请补上格子，或改正 colspan、rowspan。",
            "Row {row} takes {count} columns of {width}. Add cells, or correct colspan and rowspan.",
        ),
    },
    bad=(Example("<table><tr><th>年份<th>收入<th>支出<tr><td>2024<td>1 024</table>", says="short"),),
    good=(
        Example("<table><tr><th>年份<th>收入<tr><td>2024<td>1 024</table>"),
        Example("<table><tr><th rowspan=2>年份<th>收入<tr><td>1 024</table>"),
        Example("<table><tr><th colspan=2>合计<tr><td>1<td>2</table>"),
        Example("<table role=presentation><tr><td>1<td>2<tr><td>3</table>"),
    ),
    when=lambda table: is_table(table) and is_exposed(table),
)
def irregular_table(table: Node) -> Hits:
    grid = cells(table)
    taken: dict[int, int] = {}
    for _, _, top, wide, height in grid:
        for y in (top,) if height == 1 else range(top, min(top + height, grid[-1].y + 1)):
            taken[y] = taken.get(y, 0) + wide
    width = max(taken.values(), default=0)
    if len(taken) < 2 or width < 2 or not (table.has("th") or looks_like_data(table) or is_surely_data(table)):
        return
    row = next((y for y in sorted(taken) if taken[y] < width), None)
    if row is not None:
        node = next(cell.node.parent for cell in grid if cell.y == row) if any(c.y == row for c in grid) else table
        yield (node or table).fail("short", row=row + 1, count=taken[row], width=width, quote=(node or table).text)
