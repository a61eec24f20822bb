"""duplicate-id: an id that something refers to stands on one element only."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

REFERENCES = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list")


@Rule(
    id="duplicate-id",
    name=Text("被引用的 id 不得重复", "An id that is referred to is unique"),
    why=Text(
        "标签、表头和链接只找得到第一个同名的 id，后一个就没了名字，或跳错地方。",
        "Labels, headers and links find only the first of two equal ids; the other has no name, or a jump goes wrong.",
    ),
    basis=("HTML Standard 3.2.6 id",),
    on="[id]",
    says={
        "twice": Text(
            "id“{id}”在第 {line} 行已经用过，而页面里有地方引用它。请改成不同的 id。",
            "The id {id!r} is used before, in line {line}, and something refers to it. Make them different.",
        ),
    },
    bad=(Example("<label for=a>姓名</label><input id=a><p id=a>说明", says="twice"),),
    good=(
        Example("<label for=a>姓名</label><input id=a><p id=b>说明"),
        Example("<p id=a>甲<p id=a>乙"),
    ),
    when=lambda node: node.id in referenced(node),
)
def duplicate_id(node: Node) -> Hits:
    first = node.page.find(node.id)
    if first and first is not node:
        yield node.fail("twice", id=node.id, line=first.line)


def referenced(node: Node) -> frozenset[str]:
    """Every id that an attribute of the page refers to."""
    known: frozenset[str] | None = node.page.memory.get("referenced")
    if known is None:
        words: set[str] = set()
        for each in node.page.select(", ".join(f"[{name}]" for name in REFERENCES)):
            for name in REFERENCES:
                words.update(each.get(name).split())
        words.update(each.get("href")[1:] for each in node.page.select('a[href^="#"], area[href^="#"]'))
        known = node.page.memory["referenced"] = frozenset(words)
    return known
