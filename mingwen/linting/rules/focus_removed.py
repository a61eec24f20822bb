"""focus-removed: a control keeps the focus that it gets."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_focusable
from mingwen.model import Text

BLUR = re.compile(
    r"\s*(javascript:)?\s*((if\s*\(this\.blur\)\s*)?(this|event\.target)\.blur\(\)\s*;?\s*)+(return (true|false);?)?\s*"
)


@Rule(
    id="focus-removed",
    name=Text("得到的焦点不得甩掉", "A control keeps the focus that it gets"),
    why=Text(
        "为去掉虚线框写的 this.blur()，让用键盘的人永远点不到这个链接。",
        "this.blur(), written to get rid of an outline, lets keyboard users never press the link.",
    ),
    basis=("WCAG 2.2 2.1.1", "WCAG 2.2 2.4.7", "WCAG 2.2 3.2.1", "WCAG Techniques F55"),
    wcag=("2.1.1", "2.4.7", "3.2.1"),
    on="[onfocus]",
    says={
        "blur": Text(
            "一得到焦点就由脚本取消：{handler}。请删去 onfocus；不要虚线框，可用 CSS 的 :focus-visible 换一种样子。",
            "The focus is taken away at once: {handler}. Remove onfocus; style :focus-visible to change the outline.",
        ),
    },
    bad=(Example("<a href=a.html onfocus='this.blur();'>首页</a>", says="blur"),),
    good=(
        Example("<a href=a.html onfocus='show(this)'>首页</a>"),
        Example("<a href=a.html onclick='this.blur()'>首页</a>"),
    ),
    when=is_focusable,
)
def focus_removed(node: Node) -> Hits:
    if BLUR.fullmatch(node.get("onfocus")):
        yield node.fail("blur", handler=cut(squeeze(node.get("onfocus"))))
