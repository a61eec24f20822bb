"""id-unique: every id is used once."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.rules.duplicate_id import referenced
from mingwen.model import Text


@Rule(
    id="id-unique",
    name=Text("id 不要重复", "Every id is used once"),
    why=Text(
        "样式、脚本和锚点都只认第一个；改了这个，动的是那个。",
        "Styles, scripts and anchors take the first; one is changed where the other was meant.",
    ),
    basis=("HTML Standard 3.2.6 id",),
    level="advice",
    on="[id]",
    says={
        "again": Text(
            "id“{id}”用了 {count} 次，第一次在第 {line} 行。请改成不同的 id。",
            "The id {id!r} is used {count} times, first in line {line}. Make them different.",
        ),
    },
    bad=(Example("<p id=a>甲<p id=a>乙<p id=a>丙", says="again"),),
    good=(Example("<p id=a>甲<p id=b>乙"), Example("<label for=a>姓名</label><input id=a><p id=a>说明")),
    when=lambda node: len(node.page.ids.get(node.id, ())) > 1,
)
def id_unique(node: Node) -> Hits:
    same = node.page.ids[node.id]
    if same[1] is node and node.id not in referenced(node):
        yield node.fail("again", id=node.id, count=len(same), line=same[0].line)
