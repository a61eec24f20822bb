"""select-navigation: choosing from a list does not leave the page."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

LEAVES = re.compile(
    r"location|window\.open|\.submit\s*\(|jumpMenu|top\.href|options\[.*\]\.value.*(open|href)", re.IGNORECASE
)


@Rule(
    id="select-navigation",
    name=Text("选了就跳走的下拉框", "Choosing from a list does not leave the page"),
    why=Text(
        "用键盘逐项往下看，第一项就被带走；读屏用户不知道发生了什么。",
        "Going through the choices by keyboard, one is taken away at the first; nobody is told why.",
    ),
    basis=("WCAG 2.2 3.2.2", "WCAG Techniques F36", "WCAG Techniques H84"),
    wcag=("3.2.2",),
    on="select[onchange], input[type=radio][onchange], input[type=checkbox][onchange]",
    says={
        "leaves": Text(
            "一选就跳转或提交：{handler}。请人工确认：事先说明了吗？最好在旁边加一个“前往”按钮。",
            "Choosing leaves the page or submits: {handler}. Is one told before? A button beside the list is better.",
        ),
    },
    bad=(Example("<select aria-label=友情链接 onchange='location=this.value'><option>省</select>", says="leaves"),),
    good=(Example("<select aria-label=年份 onchange='filter(this.value)'><option>2024</select>"),),
    when=lambda node: is_exposed(node),
)
def select_navigation(field: Node) -> Hits:
    if LEAVES.search(field.get("onchange")):
        yield field.ask("leaves", handler=cut(squeeze(field.get("onchange"))))
