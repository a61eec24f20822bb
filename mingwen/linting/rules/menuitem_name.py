"""menuitem-name: an item of a menu says what it does."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="menuitem-name",
    name=Text("菜单项要有名字", "A menu item has a name"),
    why=Text(
        "没有名字的菜单项，读屏软件只念“菜单项”，选不选全靠猜。",
        "Of a menu item without a name, screen readers say “menu item”, and choosing it is a guess.",
    ),
    basis=("WCAG 2.2 4.1.2",),
    wcag=("4.1.2",),
    act=("m6b1q3",),
    on="[role]",
    says={
        "empty": Text(
            "菜单项没有名字。请写出它做什么。",
            "The menu item has no name. Say what it does.",
        ),
    },
    bad=(Example("<ul role=menu><li role=menuitem tabindex=0></li></ul>", says="empty"),),
    good=(Example("<ul role=menu><li role=menuitem tabindex=0>打印</li></ul>"),),
    when=lambda node: role(node) == "menuitem" and is_exposed(node),
)
def menuitem_name(item: Node) -> Hits:
    if not name(item):
        yield item.fail("empty")
