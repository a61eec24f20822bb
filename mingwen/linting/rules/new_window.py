"""new-window: a link says that it opens a new window."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

TOLD = re.compile(r"新(的)?(窗口|页面|标签)|外部链接|new (window|tab)", re.IGNORECASE)


@Rule(
    id="new-window",
    name=Text("开新窗口要先说", "A new window is announced"),
    why=Text(
        "窗口换了，“后退”就不起作用，老人和读屏用户不知道怎么回去。",
        "In a new window “back” does nothing, and many readers do not know how to return.",
    ),
    basis=("WCAG 2.2 3.2.5", "WCAG Techniques G201", "WCAG Techniques H83"),
    level="advice",
    on="body",
    says={
        "silent": Text(
            "有 {count} 个链接会开新窗口而没有说明。请去掉 target，或在文字里写“（新窗口打开）”。",
            "{count} links open a new window without saying so. Drop target, or add “(opens a new window)”.",
        ),
    },
    bad=(Example("<a href=a.html target=_blank>年度报告</a><a href=b.html target=_blank>公告</a>", says="silent"),),
    good=(
        Example("<a href=a.html target=_blank>年度报告（新窗口打开）</a>"),
        Example("<a href=a.html target=_blank title=在新窗口打开>年度报告</a>"),
        Example("<a href=a.html target=_self>年度报告</a>"),
    ),
)
def new_window(body: Node) -> Hits:
    links = [
        link
        for link in body.all("a[href][target=_blank i], a[href][target=_new i]")
        if not TOLD.search(name(link) + link.get("title")) and is_exposed(link)
    ]
    if links:
        yield links[0].fail("silent", count=len(links))
