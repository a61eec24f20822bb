"""positive-tabindex: the order of focus is that of the page."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_focusable, tabindex
from mingwen.model import Text


@Rule(
    id="positive-tabindex",
    name=Text("不用正数 tabindex", "No positive tabindex"),
    why=Text(
        "写了正数的先得到焦点，按 Tab 时光标就满页乱跳。",
        "A positive number comes first, so that the focus jumps all over the page.",
    ),
    basis=("WCAG 2.2 2.4.3", "GB/T 37668-2019 3.3.3.6", "WCAG Techniques F44"),
    wcag=("2.4.3",),
    on="[tabindex]",
    says={
        "positive": Text(
            "tabindex={number} 会让它抢先得到焦点。请人工确认次序有没有道理；一般写 0，或调整源码次序。",
            "tabindex={number} lets it take the focus before others. Does the order make sense? Use 0, or move it.",
        ),
    },
    bad=(Example("<a href=a.html tabindex=5>首页</a>", says="positive"),),
    good=(Example("<a href=a.html tabindex=0>首页</a>"), Example("<a href=a.html tabindex=-1>首页</a>")),
    when=is_focusable,
)
def positive_tabindex(node: Node) -> Hits:
    number = tabindex(node)
    if number and number > 0:
        yield node.ask("positive", number=number)
