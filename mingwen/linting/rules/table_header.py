"""table-header: a data table has header cells."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import cells, is_surely_data, is_table, looks_like_data
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="table-header",
    name=Text("数据表格要有表头", "Data tables need header cells"),
    why=Text(
        "读屏软件念到“1 024”时，靠表头说明这是哪一年、哪一项。", "A screen reader needs headers to say what “1 024” is."
    ),
    basis=("WCAG 2.2 1.3.1",),
    wcag=("1.3.1",),
    on="table",
    says={
        "no-header": Text(
            "表格没有 th。请把首行或首列的 td 改为 th。", "The table has no th. Turn its first row or column into th."
        ),
        "perhaps": Text(
            '表格没有 th，看上去是数据表。请人工确认：是数据就加表头；只是排版就写 role="presentation"。',
            'The table has no th and looks like data. If so, add headers; if it is layout, write role="presentation".',
        ),
    },
    bad=(
        Example("<table><caption>收入</caption><tr><td>年份<td>收入<tr><td>2024<td>1 024</table>", says="no-header"),
        Example("<table><tr><td>年份<td>收入<tr><td>2024<td>1 024</table>", says="perhaps"),
    ),
    good=(
        Example("<table><tr><th>年份<th>收入<tr><td>2024<td>1 024</table>"),
        Example("<table role=presentation><tr><td>排版用<td>的<tr><td>表<td>格</table>"),
        Example("<table><tr><td><h2>导航</h2><td><ul><li>首页</ul></table>"),
    ),
    when=lambda table: is_table(table) and is_exposed(table) and bool(cells(table)),
)
def table_header(table: Node) -> Hits:
    if any(cell.node.tag == "th" for cell in cells(table)) or table.has("[role=columnheader], [role=rowheader]"):
        return
    if is_surely_data(table):
        yield table.fail("no-header", quote=table.text)
    elif looks_like_data(table):
        yield table.ask("perhaps", quote=table.text)
