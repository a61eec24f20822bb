"""list-item: an item stands in a list."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="list-item",
    name=Text("列表项要放在列表里", "An item stands in a list"),
    why=Text(
        "离开列表的 li 只是一段文字，读屏软件不会说“第几项”。",
        "Outside of a list an li is mere text, of which no screen reader tells the position.",
    ),
    basis=("WCAG 2.2 1.3.1", "HTML Standard 4.4.8 li"),
    wcag=("1.3.1",),
    on="li",
    says={
        "outside": Text(
            "li 不在 ul、ol 或 menu 里。请在外面加上列表，或改用 p、div。",
            "This li is in no ul, ol or menu. Put a list around it, or use p or div.",
        ),
    },
    bad=(Example("<div><li>通知</div>", says="outside"),),
    good=(
        Example("<ul><li>通知</ul>"),
        Example("<menu><li>通知</menu>"),
        Example("<div role=list><li>通知</div>"),
        Example("<div><li role=menuitem>通知</div>"),
    ),
    when=lambda node: node.namespace == "html" and is_exposed(node) and node.has_text,
)
def list_item(item: Node) -> Hits:
    parent = item.parent
    if "role" in item.attributes or parent is None or parent.tag in {"ul", "ol", "menu"} or "role" in parent.attributes:
        return
    before = next((each for each in parent.children if each.tag == "li" and each.has_text), None)
    if before is item and "-" not in parent.tag:
        yield item.fail("outside", quote=item.text)
