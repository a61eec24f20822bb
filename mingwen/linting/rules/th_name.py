"""th-name: a header cell says something."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.tables import first_row
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="th-name",
    name=Text("表头不得为空", "A header cell is not empty"),
    why=Text(
        "空的表头念不出来，它下面的一列数字就没了名称。",
        "An empty header is silent, and the column below it has no name.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    on="th",
    says={
        "empty": Text(
            "表头是空的。请人工确认：是否该写上名称，或改为 td。",
            "The header cell is empty. Should it have a name, or be a td?",
        ),
    },
    bad=(Example("<table><tr><th>年份<th><tr><td>2024<td>1 024</table>", says="empty"),),
    good=(
        Example("<table><tr><th>年份<th>收入<tr><td>2024<td>1 024</table>"),
        Example("<table><tr><th><th>收入<tr><th>2024<td>1 024</table>"),
    ),
    when=lambda node: role(node) in {"columnheader", "rowheader"} and is_exposed(node),
)
def th_name(header: Node) -> Hits:
    if not name(header) and not is_corner(header):
        yield header.ask("empty")


def is_corner(header: Node) -> bool:
    """The first cell of the first row, which heads nothing where both row and column have headers."""
    table = next((above for above in header.ancestors if above.tag == "table"), None)
    row = first_row(table) if table else None
    return row is not None and row is header.parent and row.children[0] is header
