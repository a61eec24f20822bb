"""links-same-name: links of one name lead to one thing."""

from __future__ import annotations

from mingwen.linting.alike import differs, links
from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="links-same-name",
    name=Text("同名的链接要通向同一处", "Links of one name lead to one place"),
    why=Text(
        "读屏用户从链接清单里挑链接；清单里有三个“联系我们”，就分不出哪个是哪个。",
        "Screen reader users pick links from a list; three times “Contact us” in it cannot be told apart.",
    ),
    basis=("WCAG 2.2 2.4.9",),
    wcag=("2.4.9",),
    act=("b20e66",),
    on="a, area, [role=link]",
    says={
        "differ": Text(
            "有 {count} 个链接都叫“{words}”，通向不同的地址。请人工确认：它们是一回事吗？不是就请改名。",
            "{count} links are called {words!r} and lead to different addresses. Is it all the same? If not, rename.",
        ),
    },
    bad=(Example("<a href=about.html>联系我们</a><a href=jobs.html>联系我们</a>", says="differ"),),
    good=(
        Example("<a href=about.html>联系我们</a><a href=./about.html#top>联系我们</a>"),
        Example("<a href=//beian.example.cn>备案</a><a href=http://beian.example.cn/>备案</a>"),
        Example("<a href=https://sfj.example.cn/zwdt/>动态</a><a href=https://sfj.example.cn/zwdt/index.htm>动态</a>"),
        Example(
            "<link rel=canonical href=https://sfj.example.cn/a/1.html><a href=/>首页</a>"
            "<a href=https://sfj.example.cn/index.html>首页</a>"
        ),
        Example(
            "<meta name=SiteDomain content=sfj.example.cn><a href=/>首页</a><a href=http://sfj.example.cn>首页</a>"
        ),
        Example("<a href='' onclick=send()>内容纠错</a><a href=a.html# onclick=send()>内容纠错</a>"),
        Example("<a href=#>微信</a><a href=javascript:;>微信</a>"),
        Example("<a href=about.html>关于本局</a><a href=jobs.html>公务员招考</a>"),
        Example("<a href=about.html>联系我们</a><a href=jobs.html hidden>联系我们</a>"),
    ),
    when=lambda node: len(links(node.page).get(name(node).lower(), ())) > 1,
)
def links_same_name(link: Node) -> Hits:
    words = name(link)
    group = links(link.page)[words.lower()]
    if group[0] is link and any(differs(link, other) for other in group[1:]):
        yield link.ask("differ", count=len(group), words=words, quote=words)
