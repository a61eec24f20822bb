"""underscore-blank: a form to fill in is no row of underscores."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import passages
from mingwen.model import Text

LINE = re.compile("[_＿]{4,}")


@Rule(
    id="underscore-blank",
    name=Text("填空不要打下划线", "A form to fill in is no row of underscores"),
    why=Text(
        "读屏软件会一个个念“下划线”，网页上又填不进去。",
        "Screen readers say “underscore” again and again, and nothing can be filled in on a web page.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    level="advice",
    on="body",
    says={
        "line": Text(
            "有 {count} 段用一串下划线留空。请人工确认：能改成表格、表单，或可下载的申请表吗？",
            "{count} paragraphs leave room with rows of underscores. Can it be a table, a form or a file to download?",
        ),
    },
    bad=(Example("<p>申请人：________ 日期：________", says="line"),),
    good=(Example("<p>申请人：张三"), Example("<p>变量 __name__ 的值")),
)
def underscore_blank(body: Node) -> Hits:
    if "____" not in body.page.source and "＿＿＿＿" not in body.page.source:
        return
    found = [passage for passage in passages(body) if LINE.search(passage.text)]
    if found:
        yield found[0].node.ask("line", count=len(found), quote=found[0].text)
