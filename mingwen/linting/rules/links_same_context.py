"""links-same-context: links of one name in one paragraph or item lead to one thing."""

from __future__ import annotations

from mingwen.linting.alike import context, differs, groups, links
from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="links-same-context",
    name=Text("同一段里同名的链接要通向同一处", "Links of one name in one paragraph lead to one place"),
    why=Text(
        "名字一样、上下文也一样，听的人没有任何办法分清两个链接。",
        "With the same name and the same words around, a listener has no means to tell two links apart.",
    ),
    basis=("WCAG 2.2 2.4.4",),
    wcag=("2.4.4",),
    act=("fd3a94",),
    on="a, area, [role=link]",
    says={
        "differ": Text(
            "同一处有两个链接都叫“{words}”，却通向不同的地址。请人工确认：它们是一回事吗？不是就请改名。",
            "Two links here are called {words!r} but lead to different addresses. Is it the same? If not, rename one.",
        ),
    },
    bad=(Example("<p><a href=a.html>下载</a>　<a href=b.html>下载</a>", says="differ"),),
    good=(
        Example("<p><a href=a.html>下载</a>　<a href=a.html>下载</a>"),
        Example("<ul><li>申请表<a href=a.html>下载</a><li>指南<a href=b.html>下载</a></ul>"),
        Example("<p><a href=a.html>下载申请表</a>　<a href=b.html>下载指南</a>"),
    ),
    when=lambda node: len(links(node.page).get(name(node).lower(), ())) > 1 and context(node) is not None,
)
def links_same_context(link: Node) -> Hits:
    words, around = name(link), context(link)
    group = groups(link.page).get((around.index, words.lower()), []) if around else []
    if len(group) > 1 and group[1] is link and any(differs(group[0], other) for other in group[1:]):
        yield link.ask("differ", words=words, quote=words)
