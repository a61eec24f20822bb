"""list-children: a list holds nothing but items."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

ALLOWED = frozenset({"li", "script", "template", "style"})


@Rule(
    id="list-children",
    name=Text("列表里只放列表项", "A list holds nothing but items"),
    why=Text(
        "读屏软件先念“列表，5 项”；夹着别的东西，项数和层次就乱了。",
        "A screen reader announces “list, 5 items”; anything else inside upsets the count.",
    ),
    basis=("WCAG 2.2 1.3.1", "HTML Standard 4.4.6 ul"),
    wcag=("1.3.1",),
    on="ul, ol",
    says={
        "element": Text(
            "{list} 里直接放了 {tag}。请放进 li，或移到列表外面。",
            "There is a {tag} directly in this {list}. Put it in an li, or outside the list.",
        ),
        "text": Text(
            "{list} 里有不在 li 中的文字。请放进 li，或移到列表外面。",
            "There are words in this {list} outside any li. Put them in an li, or outside the list.",
        ),
    },
    bad=(
        Example("<ul><div>通知</div><li>公告</ul>", says="element"),
        Example("<ol>依据：<li>行政处罚法</ol>", says="text"),
    ),
    good=(
        Example("<ul><li>通知<li>公告</ul>"),
        Example("<ul role=tablist><div role=tab>通知</div></ul>"),
        Example("<ul><div hidden>通知</div><li>公告</ul>"),
    ),
    when=lambda node: role(node) == "list" and node.namespace == "html" and is_exposed(node),
)
def list_children(node: Node) -> Hits:
    wrong = next((each for each in node.children if is_foreign(each)), None)
    if wrong:
        yield wrong.fail("element", list=node.tag, tag=wrong.tag)
    if any(isinstance(item, str) and item.strip() for item in node.contents):
        yield node.fail("text", list=node.tag)


def is_foreign(child: Node) -> bool:
    """An element that is no item and says something; “-” marks an element of the author's own making."""
    if child.tag in ALLOWED or "-" in child.tag or role(child) == "listitem" or not is_exposed(child):
        return False
    return child.has_text or child.tag in {"ul", "ol", "img", "input", "select", "table"}
