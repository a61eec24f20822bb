"""heading-name: a heading says something."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="heading-name",
    name=Text("标题不得为空", "A heading is not empty"),
    why=Text(
        "读屏用户靠标题列表浏览全文；空标题只念一声“标题”，什么也没说。",
        "Screen reader users move by headings; an empty one is announced and says nothing.",
    ),
    basis=("ACT ffd0e9",),
    act=("ffd0e9",),
    on="h1, h2, h3, h4, h5, h6, [role]",
    says={
        "empty": Text(
            "标题是空的。请写上文字；只为留空白，请用样式，不用标题。",
            "The heading is empty. Give it words, or if it is only for space, use a style.",
        ),
    },
    bad=(
        Example("<h2></h2>", says="empty"),
        Example('<h2><img src=line.png alt=""></h2>', says="empty"),
        Example("<div role=heading aria-level=2><br></div>", says="empty"),
    ),
    good=(
        Example("<h2>一、主要举措</h2>"),
        Example('<h2><img src=a.png alt="主要举措"></h2>'),
        Example("<h2 hidden></h2>"),
    ),
    when=lambda node: role(node) == "heading" and is_exposed(node),
)
def heading_name(heading: Node) -> Hits:
    if not name(heading):
        yield heading.fail("empty")
