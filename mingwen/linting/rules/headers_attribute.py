"""headers-attribute: the headers of a cell are header cells of its own table."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import is_table
from mingwen.linting.visibility import is_exposed, is_visible
from mingwen.model import Text

HEADERS = frozenset({"columnheader", "rowheader"})


@Rule(
    id="headers-attribute",
    name=Text("headers 要指向同一表格的表头", "headers names header cells of the same table"),
    why=Text(
        "指错了，读屏软件念数字时就报不出它属于哪一项。",
        "Where it names something else, screen readers cannot say what a figure belongs to.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    wcag=("1.3.1",),
    act=("a25f45",),
    on="td[headers], th[headers]",
    says={
        "missing": Text(
            "headers 里的“{id}”在这个表格里没有。请改为表头单元格的 id。",
            "headers names {id!r}, which this table does not have. Name the id of a header cell.",
        ),
        "itself": Text(
            "headers 指向了自己（“{id}”）。请改为它的表头的 id。",
            "headers names the cell itself ({id!r}). Name the id of its header.",
        ),
        "no-header": Text(
            "headers 里的“{id}”不是表头单元格。请把它改为 th。",
            "headers names {id!r}, which is no header cell. Turn it into a th.",
        ),
    },
    bad=(
        Example("<table><tr><th id=a>年份<tr><td headers=b>2024</table>", says="missing"),
        Example("<table><tr><th>年份<tr><th id=c headers=c>2024</table>", says="itself"),
        Example("<table><tr><td id=a>年份<tr><td headers=a>2024</table>", says="no-header"),
    ),
    good=(Example("<table><tr><th id=a>年份<tr><td headers=a>2024</table>"),),
    when=lambda cell: bool(cell.get("headers").strip()) and is_in_table(cell),
)
def headers_attribute(cell: Node) -> Hits:
    table = own_table(cell)
    for id_ in dict.fromkeys(cell.get("headers").split()):
        target = cell.page.find(id_)
        if target is cell:
            yield cell.fail("itself", id=id_)
        elif not target or target.tag not in {"td", "th"} or own_table(target) is not table:
            same = target and target.closest("table") is table
            yield cell.fail("no-header" if same else "missing", id=id_)
        elif role(target) not in HEADERS:
            yield cell.fail("no-header", id=id_)


def own_table(cell: Node) -> Node | None:
    """The nearest table around a cell."""
    return next((above for above in cell.ancestors if above.tag == "table"), None)


def is_in_table(cell: Node) -> bool:
    """Whether readers meet the cell in a table that is told and shown as one."""
    table = own_table(cell)
    return bool(table and is_table(table) and is_exposed(table) and is_visible(table))
