"""heading-placeholder: a heading is no leftover of a template."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

PLACEHOLDER = re.compile(
    r"(大|小|副|主|一级|二级)?标题(文字|内容)?\d*|请输入标题|未命名|heading ?\d*|title ?\d*|untitled"
    r"|lorem ipsum.*|[x×]{2,}",
    re.IGNORECASE,
)


@Rule(
    id="heading-placeholder",
    name=Text("标题不得是模板里的占位文字", "A heading is no leftover of a template"),
    why=Text(
        "读屏用户靠标题找内容；“标题 1”后面是什么，谁也不知道。",
        "Screen reader users find content by its headings; nobody knows what stands below “Heading 1”.",
    ),
    basis=("WCAG 2.2 2.4.6", "WCAG Techniques G130"),
    wcag=("2.4.6",),
    on="h1, h2, h3, h4, h5, h6, [role=heading]",
    says={
        "left": Text(
            "标题只写了“{words}”，是模板留下的。请写出这一节讲什么。",
            "The heading only says {words!r}, left over from a template. Say what the section is about.",
        ),
    },
    bad=(Example("<h2>标题文字</h2><p>正文", says="left"), Example("<h2>Heading 2</h2><p>正文", says="left")),
    good=(Example("<h2>一、总体情况</h2>"), Example("<h2>标题党的危害</h2>"), Example("<h2></h2>")),
    when=is_exposed,
)
def heading_placeholder(heading: Node) -> Hits:
    words = name(heading)
    if PLACEHOLDER.fullmatch(words):
        yield heading.fail("left", words=words, quote=words)
