"""nested-table: no table stands inside another."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import is_table
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="nested-table",
    name=Text("表格里不套表格", "No table stands inside another"),
    why=Text(
        "读屏软件念行列号时，两张表的号混在一起，读者就迷了路。",
        "Rows and columns of the two are mixed when they are read, and one gets lost.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    level="advice",
    on="table table",
    says={
        "nested": Text(
            "表格里又套了一张表。数据请拆成两张表；排版请用 CSS。",
            "There is a table inside a table. Make two tables of data; use CSS for layout.",
        ),
    },
    bad=(Example("<table><tr><td><table><tr><td>1</table></table>", says="nested"),),
    good=(Example("<table><tr><td>1</table><table><tr><td>2</table>"),),
    when=lambda table: is_exposed(table),
)
def nested_table(table: Node) -> Hits:
    around = table.parent.closest("table") if table.parent else None
    if around and is_table(table) and not inside(around, "table"):
        yield table.fail("nested", quote=table.text)
