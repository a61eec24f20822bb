"""content-landmark: the content of a page stands in a landmark of its own."""

from __future__ import annotations

from mingwen.linting.blocks import has_landmark, is_html
from mingwen.linting.dom import Node
from mingwen.linting.reaching import BARE, CONTENT, MENU, PLAIN, missing, parted
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="content-landmark",
    name=Text("正文要放进 main", "The content stands in main"),
    why=Text(
        "读屏用户按一个键就到 main；没有它，只好从菜单一路听下来。",
        "Screen reader users reach main with one key; without it they listen to the whole menu first.",
    ),
    basis=("WCAG Techniques ARIA11", "ACT b40fd1"),
    level="advice",
    act=("b40fd1",),
    on="html",
    says={
        "none": Text(
            "正文没有放进 main，各页都有的内容之后找不到它。请用 <main> 把正文包起来。",
            "The text is not in a main, so it cannot be found behind what all pages share. Put <main> around it.",
        ),
        "perhaps": Text(
            "导航之后的正文没有放进 main。请人工确认正文的范围，用 <main> 包起来。",
            "The text after the navigation is not in a main. Where does it begin and end? Put <main> around it.",
        ),
    },
    bad=BARE,
    good=(
        Example(f"{MENU}<main><p>{CONTENT}</main>"),
        PLAIN,
    ),
    when=is_html,
)
def content_landmark(html: Node) -> Hits:
    found = parted(html)
    if found and found.main and not has_landmark(html):
        yield missing(found.main, sure=found.sure)
