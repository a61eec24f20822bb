"""access-key: the page leaves the keys to the reader."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="access-key",
    name=Text("不设 accesskey", "The page leaves the keys to the reader"),
    why=Text(
        "它抢走浏览器和读屏软件自己的快捷键，读者又看不见它。",
        "It takes keys away from browser and screen reader, and nobody can see it.",
    ),
    basis=("WCAG 2.2 2.1.4", "HTML Standard 6.9.2 accesskey"),
    level="advice",
    on="[accesskey]",
    says={
        "key": Text(
            "accesskey=“{key}”会占用快捷键。请删去，用跳转链接和标题代替。",
            "accesskey {key!r} takes a shortcut key. Remove it; skip links and headings serve better.",
        ),
    },
    bad=(Example("<a href=a.html accesskey=1>首页</a>", says="key"),),
    good=(Example("<a href=a.html>首页</a>"), Example("<a href=a.html accesskey>首页</a>")),
    when=lambda node: bool(node.get("accesskey").strip()),
)
def access_key(node: Node) -> Hits:
    yield node.fail("key", key=node.get("accesskey").strip())
