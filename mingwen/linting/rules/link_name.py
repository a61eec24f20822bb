"""link-name: a link says where it leads."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="link-name",
    name=Text("链接要有名字", "A link has a name"),
    why=Text(
        "没有文字的链接，读屏软件只念“链接”或一串网址。",
        "Of a link without words a screen reader says “link”, or spells out the address.",
    ),
    basis=("WCAG 2.2 2.4.4", "WCAG 2.2 4.1.2", "GB/T 37668-2019 3.2.1.3"),
    wcag=("4.1.2", "2.4.4"),
    act=("c487ae",),
    on="a, area, [role]",
    says={
        "empty": Text(
            "链接没有文字，也没有替代文字。请写出它通向哪里。",
            "The link has neither words nor an alternative. Say where it leads.",
        ),
    },
    bad=(
        Example("<a href=a.html></a>", says="empty"),
        Example('<a href=a.html><img src=a.png alt=""></a>', says="empty"),
    ),
    good=(
        Example("<a href=a.html>政策文件</a>"),
        Example("<a href=a.html><img src=a.png alt=政策文件></a>"),
        Example("<a href=a.html aria-label=政策文件></a>"),
        Example("<a name=top></a>"),
    ),
    when=lambda node: role(node) == "link" and node.tag != "area" and is_exposed(node),
)
def link_name(link: Node) -> Hits:
    if not name(link):
        yield link.fail("empty")
