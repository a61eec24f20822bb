"""one-h1: the page has one main heading."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.headings import exposed, level
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text


@Rule(
    id="one-h1",
    name=Text("一页一个一级标题", "One main heading a page"),
    why=Text(
        "读屏用户按一下键就到一级标题，那里应是这一页讲的事。",
        "Screen reader users jump to the h1 with one key, and expect what the page is about.",
    ),
    basis=("WCAG 2.2 1.3.1",),
    on="body",
    says={
        "none": Text(
            "页面没有一级标题。请人工确认：正文标题是否应为 h1。",
            "The page has no h1. Check whether the title of the text should be one.",
        ),
        "many": Text(
            "页面有 {count} 个一级标题。请人工确认哪一个是全文标题。",
            "The page has {count} headings of level 1. Check which is the title of the page.",
        ),
    },
    bad=(
        Example("<p>正文</p>", says="none"),
        Example("<h1>样例市司法局</h1><h1>年度报告</h1>", says="many"),
    ),
    good=(
        Example("<h1>年度报告</h1><h2>一、</h2>"),
        Example("<body style='visibility:hidden'><h1>年度报告</h1>"),
    ),
    # Of a page that is hidden until a script shows it, body-shown speaks.
    when=lambda body: not is_hidden(body),
)
def one_h1(body: Node) -> Hits:
    first = [heading for heading in exposed(body) if level(heading) == 1]
    if not first:
        yield body.ask("none")
    elif len(first) > 1:
        yield first[1].ask("many", count=len(first), quote=first[1].text)
