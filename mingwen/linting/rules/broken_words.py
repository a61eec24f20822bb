"""broken-words: words and numbers are not broken in the middle."""

from __future__ import annotations

import re

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Node
from mingwen.linting.prose import alike, prose
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

# What is worse for being broken: words, years, sums, telephone numbers.
UNBREAKABLE = re.compile(r"[A-Za-z]{5,}|\d[\d,.-]{3,}")


@Rule(
    id="broken-words",
    name=Text("单词和数字不宜从中间断开", "Words and numbers are not broken"),
    why=Text(
        "word-break: break-all 会把“2024 年”“85123456”断成两行，放大看的人和有阅读障碍的人容易读错数字。",
        "word-break: break-all cuts years, sums and telephone numbers in two, and readers get the figures wrong.",
    ),
    basis=("WCAG 2.2 1.4.8",),
    on="body",
    says={
        "broken": Text(
            "正文用了 word-break: break-all，会把“{words}”这样的词断开，同样的有 {count} 段。"
            "请改成 overflow-wrap: break-word。",
            "Running text has word-break: break-all, which may cut {words!r} in two, in {count} blocks. "
            "Use overflow-wrap: break-word.",
        ),
    },
    bad=(
        Example(
            "<body><p style='word-break:break-all'>请拨打电话 85123456 咨询，或到政务服务大厅的窗口当面办理。</p>",
            says="broken",
        ),
    ),
    good=(
        Example(
            "<body><p style='overflow-wrap:break-word'>请拨打电话 85123456 咨询，或到政务服务大厅的窗口当面办理。</p>"
        ),
        Example(
            "<body><p style='word-break:break-all'>为方便群众办事，现将有关事项公告如下，请互相转告，按时办理。</p>"
        ),
    ),
    when=lambda body: not lacks_sheets(body.page) and bool(prose(body.page)),
    level="advice",
)
def broken_words(body: Node) -> Hits:
    found = [
        each
        for each in prose(body.page)
        if each.style.get("word-break") == "break-all" and UNBREAKABLE.search(each.text)
    ]
    for each, count in alike(found):
        words = UNBREAKABLE.search(each.text)
        yield each.node.fail("broken", words=words[0] if words else "", count=count, quote=each.text)
