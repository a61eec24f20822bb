"""content-heading: the content of a page begins with a heading."""

from __future__ import annotations

from mingwen.linting.blocks import has_heading, is_html
from mingwen.linting.dom import Node
from mingwen.linting.reaching import BARE, CONTENT, MENU, PLAIN, missing, parted
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="content-heading",
    name=Text("正文之前要有标题", "The content begins with a heading"),
    why=Text(
        "读屏用户按一个键就到标题；没有它，只好从菜单一路听下来。",
        "Screen reader users reach a heading with one key; without it they listen to the whole menu first.",
    ),
    basis=("WCAG Techniques H69", "ACT 047fe0"),
    level="advice",
    act=("047fe0",),
    on="html",
    says={
        "none": Text(
            "菜单等各页都有的内容之后，没有看得见的标题就开始正文。请给正文加标题。",
            "After what all pages share, the text begins without a visible heading. Give it one.",
        ),
        "perhaps": Text(
            "导航之后没有看得见的标题就开始正文。请人工确认正文从哪里开始，并给它加标题。",
            "After the navigation the text begins without a visible heading. Where does it begin? Put one there.",
        ),
    },
    bad=BARE,
    good=(
        Example(f"{MENU}<h1>第一回</h1><p>{CONTENT}"),
        PLAIN,
    ),
    when=is_html,
)
def content_heading(html: Node) -> Hits:
    found = parted(html)
    if found and found.main and not has_heading(html):
        yield missing(found.main, sure=found.sure)
