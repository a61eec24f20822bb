"""layout-table: a table that only places things says so."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import cells, is_surely_data, is_table
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="layout-table",
    name=Text("排版不用表格", "A table is not for layout"),
    why=Text(
        "读屏软件会念“表格，1 行 1 列”，读者以为有数据；手机上又会横向滚动。",
        "A screen reader says “table, one row, one column”, as if there were data, and on phones it scrolls sideways.",
    ),
    basis=("WCAG 2.2 1.3.1", "WCAG 2.2 1.3.2"),
    level="advice",
    on="table",
    says={
        "layout": Text(
            '这张表没有表头，只有一行或一列，像是排版。请人工确认：排版请用 CSS，或写 role="presentation"。',
            'This table has no headers and one row or column. If it is for layout, use CSS or role="presentation".',
        ),
        "blocks": Text(
            '这张表没有表头，格子里放着整块内容，像是排版。请人工确认：排版请用 CSS，或写 role="presentation"。',
            "This table has no headers and whole blocks in its cells. If it is for layout, use CSS or "
            'role="presentation".',
        ),
    },
    bad=(
        Example("<table><tr><td>上一篇<td>下一篇</table>", says="layout"),
        Example("<table><tr><td><ul><li>首页</ul><td>正文<tr><td>一<td>二</table>", says="blocks"),
    ),
    good=(
        Example("<table role=presentation><tr><td>上一篇<td>下一篇</table>"),
        Example("<table><tr><th>年份<td>2024</table>"),
        Example("<table><tr><td>年份<td>收入<tr><td>2024<td>1 024</table>"),
    ),
    when=lambda table: is_table(table) and is_exposed(table) and table.has_text,
)
def layout_table(table: Node) -> Hits:
    if is_surely_data(table) or table.has("th") or inside(table, "table"):
        return
    grid = cells(table)
    if not grid:
        return
    if max(cell.y for cell in grid) == 0 or max(cell.x for cell in grid) == 0:
        yield table.ask("layout", quote=table.text)
    elif table.has("table, form, ul, ol, iframe, h1, h2, h3, h4, h5, h6"):
        yield table.ask("blocks", quote=table.text)
