"""href-placeholder: a link leads somewhere."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

TOP = re.compile(r"顶部|返回顶|回顶|top", re.IGNORECASE)


@Rule(
    id="href-placeholder",
    name=Text("链接要有去处", "A link leads somewhere"),
    why=Text(
        "读屏软件念“链接”，按下去却不去任何地方；脚本没载入时更是什么也不发生。",
        "A screen reader says “link”, and it leads nowhere; where the script fails, nothing happens at all.",
    ),
    basis=("HTML Standard 4.6.2 links",),
    level="advice",
    on="a[href]",
    says={
        "script": Text(
            "href 是 javascript:，这不是链接。请改用 button；有去处的请写真实网址。",
            "The href is javascript:, so this is no link. Use a button, or write the real address.",
        ),
        "hash": Text(
            "href 只写了“{href}”，没有去处。要执行动作请用 button；暂时没有内容就先不做成链接。",
            "The href is only {href!r} and leads nowhere. Use a button for an action; without content make it no link.",
        ),
    },
    bad=(
        Example("<a href='javascript:print()'>打印</a>", says="script"),
        Example("<a href=#>通知公告</a>", says="hash"),
        Example("<a href='' onclick='show()'>通知公告</a>", says="hash"),
    ),
    good=(Example("<a href=#>返回顶部</a>"), Example("<a href=#a>正文</a>"), Example("<a href=# role=button>打印</a>")),
    when=lambda link: is_exposed(link) and role(link) == "link",
)
def href_placeholder(link: Node) -> Hits:
    href = link.get("href").strip()
    if href.lower().startswith("javascript:"):
        yield link.fail("script")
    elif href in {"", "#", "##", "###", "#!", "#none"} and not TOP.search(name(link) + link.id + link.get("class")):
        yield link.fail("hash", href=href)
