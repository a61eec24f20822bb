"""iframe-name: an embedded page has a name."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, tabindex
from mingwen.model import Text


@Rule(
    id="iframe-name",
    name=Text("内嵌网页要有名字", "An embedded page has a name"),
    why=Text(
        "读屏用户靠名字决定进不进去；没有名字只好进去听一遍。",
        "Screen reader users decide by its name whether to go in; without one they must go and listen.",
    ),
    basis=("WCAG 2.2 4.1.2",),
    wcag=("4.1.2",),
    act=("cae760",),
    on="iframe",
    says={
        "empty": Text(
            'iframe 没有 title。请写出里面是什么，如 title="办事指南视频"。',
            'The iframe has no title. Say what it holds, such as title="Map of the office".',
        ),
    },
    bad=(
        Example("<iframe src=map.html></iframe>", says="empty"),
        Example("<iframe src=map.html title=' '></iframe>", says="empty"),
    ),
    good=(
        Example("<iframe src=map.html title=地图></iframe>"),
        Example("<iframe src=map.html hidden></iframe>"),
    ),
    when=lambda frame: is_exposed(frame) and (tabindex(frame) or 0) >= 0,
)
def iframe_name(frame: Node) -> Hits:
    if not name(frame):
        yield frame.fail("empty")
