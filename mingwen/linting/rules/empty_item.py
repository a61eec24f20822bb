"""empty-item: a list has no empty items."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="empty-item",
    name=Text("列表里没有空项", "A list has no empty items"),
    why=Text(
        "读屏软件说“5 项”，只听得到 4 项，读者会以为漏了一条。",
        "A screen reader says “5 items” and only four are heard, as if one were missing.",
    ),
    basis=("WCAG Techniques H48",),
    level="advice",
    on="li",
    says={
        "empty": Text("列表项是空的。请删去，或补上内容。", "The list item is empty. Remove it, or fill it in."),
    },
    bad=(Example("<ul><li>通知<li></ul>", says="empty"),),
    good=(
        Example("<ul><li>通知<li><img src=a.png alt=公告></ul>"),
        Example("<ul role=presentation><li></ul>"),
        Example("<ul id=list><li></ul>"),
    ),
    when=lambda item: role(item) == "listitem" and is_exposed(item) and not item.has_text and not item.children,
)
def empty_item(item: Node) -> Hits:
    parent = item.parent
    if parent and not item.id and any(child.has_text for child in parent.children) and role(parent) == "list":
        yield item.fail("empty")
