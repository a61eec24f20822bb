"""spaced-word: no blanks stand inside a word."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import BLANKS, with_blanks
from mingwen.model import Text

GAP = f"[{BLANKS}]| "
# The room left for a date by hand.
DATE = re.compile(r"年\s+月|月\s+日")
ONE = "[\u4e00-\u9fff]"
SPACED = re.compile(rf"(?<!\w){ONE}(?:(?:{GAP}){{2,}}|\u3000){ONE}(?:(?:{GAP})+{ONE})*(?!\w)")


@Rule(
    id="spaced-word",
    name=Text("不要用空格拉开字", "No blanks stand inside a word"),
    why=Text(
        "“公　告”会被念成两个字，搜“公告”也搜不到它。",
        "“N o t i c e” is read letter by letter, and no search finds it.",
    ),
    basis=("WCAG 2.2 1.3.2", "WCAG Techniques F32"),
    wcag=("1.3.2",),
    on="body",
    says={
        "apart": Text(
            "“{words}”用空格拉开。请人工确认：若是一个词，请去掉空格，用 CSS 的 letter-spacing 拉开。",
            "Blanks stand inside {words!r}. If this is one word, take them out and use CSS letter-spacing.",
        ),
    },
    bad=(Example("<h2>公　　告</h2>", says="apart"), Example("<p>联&nbsp;&nbsp;系&nbsp;&nbsp;人：张三", says="apart")),
    good=(
        Example("<h2>公告</h2>"),
        Example("<p>　　一、总体情况"),
        Example("<p>张三　李四　王五"),
        Example("<p>2024年　第1期"),
        Example("<p>年　　月　　日"),
    ),
)
def spaced_word(body: Node) -> Hits:
    for passage in with_blanks(body):
        found = SPACED.search(passage.text)
        if found and not DATE.search(found[0]):
            yield passage.node.ask("apart", words=squeeze(found[0]), quote=found[0])
