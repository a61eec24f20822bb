"""blank-layout: blanks do not make indents or columns."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import BLANKS, with_blanks
from mingwen.model import Text

INDENT = re.compile(rf"(^|\n)[ {BLANKS}]*[{BLANKS}] ?[{BLANKS}]+[ {BLANKS}]*\S")
COLUMNS = re.compile(rf"\S[ {BLANKS}]*(?:[{BLANKS}] ?){{4,}}[ {BLANKS}]*\S")


@Rule(
    id="blank-layout",
    name=Text("不用空格缩进、对齐", "Blanks do not make indents or columns"),
    why=Text(
        "字号一放大，用空格对的行就散了；有的读屏软件还会念“空格”。",
        "When the text grows, what blanks lined up falls apart, and some screen readers say “blank”.",
    ),
    basis=("WCAG 2.2 1.3.2", "WCAG Techniques F34", "clreq"),
    level="advice",
    on="body",
    says={
        "indent": Text(
            "有 {count} 段用空格缩进。请删去空格，用 CSS 的 text-indent: 2em。",
            "{count} paragraphs are indented with blanks. Take them out and use CSS text-indent: 2em.",
        ),
        "columns": Text(
            "有 {count} 处用一串空格隔开或对齐。请改用列表、表格或 CSS。",
            "In {count} places a row of blanks parts or lines up words. Use a list, a table or CSS.",
        ),
    },
    bad=(
        Example("<p>　　为贯彻落实有关规定，制定本办法。", says="indent"),
        Example("<p>联系人：张三&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;电话：000", says="columns"),
    ),
    good=(
        Example("<p>为贯彻落实有关规定，制定本办法。"),
        Example("<p>联系人：张三&nbsp;电话：000"),
    ),
)
def blank_layout(body: Node) -> Hits:
    for says, pattern in (("indent", INDENT), ("columns", COLUMNS)):
        found = [passage for passage in with_blanks(body) if pattern.search(passage.text)]
        if found:
            yield found[0].node.fail(says, count=len(found), quote=found[0].text)
