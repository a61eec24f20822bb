"""th-scope: a header cell in the middle of a table says what it heads."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import Cell, cells, is_table
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

SCOPES = frozenset({"row", "col", "rowgroup", "colgroup"})


@Rule(
    id="th-scope",
    name=Text("表头要说明管行还是管列", "A header says whether it heads a row or a column"),
    why=Text(
        "首行首列以外的表头，软件猜不准它管哪一边，会把数字念到别的项目下。",
        "Of a header that is not in the first row or column, programs cannot tell what it heads.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    on="table",
    says={
        "no-scope": Text(
            "表头“{words}”不在首行首列，又没写 scope。请人工确认它管的是行还是列。",
            "The header {words!r} is neither in the first row nor column and has no scope. Check what it heads.",
        ),
        "bad-scope": Text(
            "scope=“{value}”不是有效的写法。请写 row、col、rowgroup 或 colgroup。",
            "scope={value!r} is not valid. Write row, col, rowgroup or colgroup.",
        ),
    },
    bad=(
        Example("<table><tr><th>年份<th>收入<tr><td>2024<th>合计<tr><td>1<td>2</table>", says="no-scope"),
        Example("<table><tr><th scope=column>年份<tr><td>2024</table>", says="bad-scope"),
    ),
    good=(
        Example("<table><tr><th>年份<th>收入<tr><th>2024<td>1 024</table>"),
        Example("<table><tr><th>年份<th>收入<tr><td>2024<th scope=row>合计<tr><td>1<td>2</table>"),
        Example("<table><tr><th rowspan=2>年份<th colspan=2>收入<tr><th>计划<th>完成<tr><td>2024<td>1<td>2</table>"),
    ),
    when=lambda table: is_table(table) and is_exposed(table),
)
def th_scope(table: Node) -> Hits:
    grid = cells(table)
    lead = header_rows(grid)
    for cell in grid:
        if cell.node.tag != "th" or "headers" in cell.node.attributes:
            continue
        scope = cell.node.get("scope").strip().lower()
        if scope and scope not in SCOPES:
            yield cell.node.fail("bad-scope", value=scope)
        elif not scope and cell.y >= lead and cell.x > 0 and cell.node.has_text and not is_whole_row(cell, grid):
            yield cell.node.ask("no-scope", words=cell.node.text, quote=cell.node.text)


def header_rows(grid: list[Cell]) -> int:
    """How many rows at the top hold nothing but headers."""
    first = next((cell.y for cell in grid if cell.node.tag == "td" and cell.node.has_text), None)
    return 1 + max((cell.y for cell in grid), default=0) if first is None else first


def is_whole_row(cell: Cell, grid: list[Cell]) -> bool:
    """Whether its row holds only headers: a heading row between groups."""
    return all(other.node.tag == "th" for other in grid if other.y == cell.y)
