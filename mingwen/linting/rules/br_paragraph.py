"""br-paragraph: paragraphs are paragraphs, not text with blank lines."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import passages
from mingwen.model import Text

BLANK_LINE = re.compile(r"\S[^\n]{8,}\n[\s\u3000\u00a0]*\n\s*\S")


@Rule(
    id="br-paragraph",
    name=Text("分段要用段落，不用两个换行", "Paragraphs are not made with two line breaks"),
    why=Text(
        "读屏用户按段落跳读；用 br 空出来的行，对他仍是一整段。",
        "Screen reader users go by paragraphs; text parted by br is one paragraph to them.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    level="advice",
    on="body",
    says={
        "blank": Text(
            "有 {count} 处用连续两个 br 分段。请改用 p。",
            "In {count} places paragraphs are parted by two br. Use p.",
        ),
    },
    bad=(Example("<div>第一段的内容写在这里。<br><br>第二段的内容写在这里。</div>", says="blank"),),
    good=(Example("<p>样例路 1 号<br>样例大厦"), Example("<p>第一段</p><p>第二段</p>")),
)
def br_paragraph(body: Node) -> Hits:
    found = [passage for passage in passages(body) if "\n" in passage.text and BLANK_LINE.search(passage.text)]
    if found:
        yield found[0].node.fail("blank", count=len(found), quote=found[0].text)
