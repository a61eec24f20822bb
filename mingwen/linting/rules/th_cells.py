"""th-cells: every header cell of a table heads some cell."""

from __future__ import annotations

from mingwen.linting import role_headers
from mingwen.linting.dom import Node
from mingwen.linting.role_headers import heads
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.table_headers import headers
from mingwen.linting.tables import is_table, table_of
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="th-cells",
    name=Text("表头要管着单元格", "A header cell heads some cell"),
    why=Text(
        "读屏用户听到表头就等它下面的数；没有，多半是表格缺了格，后面的数都对错了表头。",
        "A header promises data. Where there is none a cell is missing, and the data after it have the wrong headers.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    wcag=("1.3.1",),
    act=("d0f69e",),
    on="th, [role]",
    says={
        "none": Text(
            "表头“{words}”没有管任何单元格。请补上缺的格，核对 headers，或把它改成 td。",
            "The header {words!r} heads no cell. Add the cells that are missing, check headers, or make it a td.",
        ),
        "unclear": Text(
            "按 HTML 的规则，表头“{words}”既不管行也不管列。请人工确认它管什么，并写上 scope。",
            "By HTML's rules the header {words!r} heads neither its row nor its column. Which? Say so by scope.",
        ),
    },
    bad=(
        Example("<table><tr><th>比率<th>数值<tr><td>15%</table>", says="none"),
        Example("<table><tr><th id=a>国家<th>城市<tr><td>中国<td headers=a>北京</table>", says="none"),
        Example(
            "<div role=table><div role=row><b role=columnheader>甲</b><b role=columnheader>乙</b></div>"
            "<div role=row><span role=cell>1</span></div></div>",
            says="none",
        ),
        Example("<table><tr><th>甲<td><tr><td>2<td>3</table>", says="unclear"),
    ),
    good=(
        Example("<table><tr><th>项目<th>考试<tr><td colspan=2>15%</table>"),
        Example("<table><tr><th><th>2023<tr><th>收入<td>1</table>"),
        Example("<table><tr><th rowspan=2>名称<th colspan=2>金额<tr><th>本年<th>上年<tr><td>甲<td>1<td>2</table>"),
        Example("<table><tr><td><th>2023<tr><th>收入<td>1</table>"),
        Example("<div role=grid><div role=row><b role=rowheader>甲</b><i role=gridcell>1</i></div></div>"),
        Example("<table><tr><th role=cell>甲<tr><td>乙</table>"),
    ),
    when=lambda node: role(node) in {"columnheader", "rowheader"} and is_exposed(node) and is_in_table(node),
)
def th_cells(header: Node) -> Hits:
    table = own_table(header)
    found = headers(table) if table else None
    if found and header.index in found.used:
        return
    by_html = found.kinds.get(header.index, "") if found else ""
    by_role = heads(header)
    if by_html or (by_role is False and header.tag != "th"):
        yield header.fail("none", words=header.text, quote=header.text)
    elif found and by_role is not True:
        yield header.ask("unclear", words=header.text, quote=header.text)


def own_table(cell: Node) -> Node | None:
    """The table element that the cell belongs to, if assistive technology is told of one."""
    table = table_of(cell) if cell.tag in {"td", "th"} else None
    return table if table and is_table(table) else None


def is_in_table(cell: Node) -> bool:
    """Whether the cell is part of a table, by its element or by roles."""
    return bool(own_table(cell) or role_headers.table(cell))
