"""meta-refresh-none: the page never reloads by itself, not even after a day (AAA)."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.refresh import delay, is_first_valid
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="meta-refresh-none",
    name=Text("网页不自行刷新，多久都不行", "A page never reloads by itself, however late"),
    why=Text(
        "刷新打断阅读和填表；这是 AAA 级要求，不设二十小时的例外。",
        "A reload interrupts reading and filling in; at level AAA there is no exception for twenty hours.",
    ),
    basis=("WCAG 2.2 2.2.4", "WCAG 2.2 3.2.5"),
    wcag=("2.2.4", "3.2.5"),
    act=("bisz58",),
    on="meta[http-equiv=refresh i][content]",
    says={
        "timed": Text(
            "网页会在 {seconds} 秒后自己刷新或跳转。若要达到 AAA，请去掉它。",
            "The page reloads or leaves after {seconds} seconds. For level AAA, remove this.",
        ),
    },
    bad=(Example('<meta http-equiv=refresh content="72001">', says="timed"),),
    good=(Example('<meta http-equiv=refresh content="0; url=index.html">'),),
    when=is_first_valid,
)
def meta_refresh_none(meta: Node) -> Hits:
    seconds = delay(meta.get("content"))
    if seconds:
        yield meta.fail("timed", seconds=seconds)
