"""heading-order: levels of headings go down one at a time."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.headings import exposed, level
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="heading-order",
    name=Text("标题层级不跳级", "Heading levels do not skip"),
    why=Text(
        "层级就是文章的目录；跳了一级，读屏用户会以为漏掉了一节。",
        "Levels are the outline; where one is skipped, screen reader users think that they missed a section.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    on="h1, h2, h3, h4, h5, h6, [role=heading]",
    says={
        "skip": Text(
            "标题从第 {before} 级直接跳到第 {level} 级。请人工确认层级是否反映文章结构。",
            "The heading level jumps from {before} to {level}. Check whether the levels reflect the structure.",
        ),
    },
    bad=(Example("<h1>年度报告</h1><h3>（一）主要举措</h3>", says="skip"),),
    good=(
        Example("<h1>年度报告</h1><h2>一、</h2><h3>（一）</h3><h2>二、</h2>"),
        Example("<h2>导航</h2><h1>年度报告</h1>"),
    ),
    when=lambda node: node in exposed(node),
)
def heading_order(heading: Node) -> Hits:
    order = list(exposed(heading))
    before = order[exposed(heading)[heading] - 1] if exposed(heading)[heading] else None
    if before and level(heading) > level(before) + 1:
        yield heading.ask("skip", before=level(before), level=level(heading), quote=heading.text)
