"""table-caption: a data table has a title of its own."""

from __future__ import annotations

from mingwen.linting.dom import Node, cut
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import cells, is_surely_data, is_table, looks_like_data
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="table-caption",
    name=Text("数据表格要有题目", "A data table has a caption"),
    why=Text(
        "读屏用户可以从一张表跳到下一张，听到的第一句就是题目。",
        "Screen reader users jump from table to table, and the caption is what they hear first.",
    ),
    basis=("WCAG Techniques H39",),
    level="advice",
    on="table",
    says={
        "none": Text(
            "数据表格没有题目（caption）。请写上，如“2023 年主要数据（单位：件）”；"
            "在明文的稿件里，写成表格上面的一段“表：2023 年主要数据（单位：件）”。",
            "The data table has no caption. Put its title there, with the unit; in a manuscript of mingwen as a "
            "paragraph above it that begins with Table and a colon.",
        ),
        "perhaps": Text(
            "表格没有题目（caption），看上去是数据表。请人工确认：是数据就写上题目。",
            "The table has no caption and looks like data. If it is, put its title there, with the unit.",
        ),
        "row": Text(
            "表格第一行是横跨全表的“{words}”，像是题目。请人工确认：若是题目，请改为 caption。",
            "The first row is one cell across the table: {words!r}. If this is its title, make it a caption.",
        ),
    },
    bad=(
        Example("<table><tr><th>年份<th>收入<tr><td>2024<td>1 024</table>", says="none"),
        Example("<table><tr><td>年份<td>收入<tr><td>2024<td>1 024</table>", says="perhaps"),
        Example("<table><tr><td colspan=2>主要数据<tr><th>年份<th>收入<tr><td>2024<td>1 024</table>", says="row"),
    ),
    good=(
        Example("<table><caption>主要数据</caption><tr><th>年份<th>收入<tr><td>2024<td>1 024</table>"),
        Example("<table aria-label=主要数据><tr><th>年份<th>收入<tr><td>2024<td>1 024</table>"),
        Example("<table><tr><td>上一篇<td>下一篇</table>"),
    ),
    when=lambda table: is_table(table) and is_exposed(table) and (table.has("th") or looks_like_data(table)),
)
def table_caption(table: Node) -> Hits:
    if name(table) or any(child.tag == "caption" for child in table.children):
        return
    grid = cells(table)
    width = max((cell.x + cell.width for cell in grid), default=0)
    height = max((cell.y for cell in grid), default=0)
    if width > 1 and height > 1 and grid[0].width == width and grid[0].node.has_text:
        words = grid[0].node.text
        yield grid[0].node.ask("row", words=cut(words), quote=words)
    elif width > 1 and height > 0:
        sure = is_surely_data(table) or table.has("th")
        yield table.fail("none", quote=table.text) if sure else table.ask("perhaps", quote=table.text)
