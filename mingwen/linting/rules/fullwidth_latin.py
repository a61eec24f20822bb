"""fullwidth-latin: letters and digits are half as wide as Han characters."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import WIDE, with_rare
from mingwen.model import Text

WORD = re.compile(f"[{WIDE}]+")


@Rule(
    id="fullwidth-latin",
    name=Text("字母和数字用半角", "Letters and digits are not full width"),
    why=Text(
        "“２０２３”搜不到 2023，电话号码拨不出去，有的读屏软件一字一顿。",
        "No search for 2023 finds “２０２３”, no phone dials it, and some screen readers spell it.",
    ),
    basis=("clreq",),
    level="advice",
    on="body",
    says={
        "wide": Text(
            "有 {count} 段用了全角字母或数字，如“{words}”。请改成半角。",
            "{count} paragraphs have full-width letters or digits, such as {words!r}. Use half width.",
        ),
    },
    bad=(Example("<p>电话：０７６０－８８８８００００", says="wide"),),
    good=(Example("<p>电话：0760-00000000"), Example("<p>（一）“全面”")),
)
def fullwidth_latin(body: Node) -> Hits:
    found = [passage for passage in with_rare(body) if WORD.search(passage.text)]
    if found:
        words = WORD.findall(found[0].text)
        yield found[0].node.fail("wide", count=len(found), words=words[0], quote=found[0].text)
