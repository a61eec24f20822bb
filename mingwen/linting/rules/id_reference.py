"""id-reference: a label, name or description refers to something that is on the page."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

NAMING = ("aria-labelledby", "aria-describedby", "for")


@Rule(
    id="id-reference",
    name=Text("引用的 id 要找得到", "An id that is referred to exists"),
    why=Text(
        "标签或名称指着一个不存在的地方，控件就没有名字。",
        "A label or name that points nowhere leaves its control without one.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    on="[aria-labelledby], [aria-describedby], label[for]",
    says={
        "nowhere": Text(
            "{attribute} 指向的“{id}”不在页面里。请人工确认：是写错了，还是由脚本后来加上？",
            "{attribute} refers to {id!r}, which is not on the page. Is it misspelt, or added later by a script?",
        ),
    },
    bad=(
        Example("<label for=nmae>姓名</label><input id=name>", says="nowhere"),
        Example("<input aria-label=姓名 aria-describedby=hint>", says="nowhere"),
    ),
    good=(
        Example("<label for=name>姓名</label><input id=name>"),
        Example("<label>姓名<input></label>"),
    ),
)
def id_reference(node: Node) -> Hits:
    for attribute in NAMING:
        if attribute == "for" and node.tag != "label":
            continue
        written = node.get(attribute).split()
        for id_ in written if attribute != "for" else [node.get(attribute)] if written else []:
            if not node.page.find(id_):
                yield node.ask("nowhere", attribute=attribute, id=id_)
