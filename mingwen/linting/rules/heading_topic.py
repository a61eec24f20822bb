"""heading-topic: a heading speaks of what stands below it."""

from __future__ import annotations

import math

from mingwen.linting.blocks import in_footer
from mingwen.linting.dom import Node, Page
from mingwen.linting.headings import exposed
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import HAN, Passage, passages
from mingwen.linting.topics import coverage
from mingwen.model import Text

# A passage of fewer words says too little to compare a heading with, and is a label or an entry of a list. Columns of
# a terminal, of which a Han character takes two.
ENOUGH = 24
# A heading inside one of these speaks of nothing outside of it.
BOXES = "li, td, th, dd, section, article, aside, nav, footer, figure, details, dialog"


@Rule(
    id="heading-topic",
    name=Text("标题要说明下面的内容", "A heading says what stands below it"),
    why=Text(
        "读屏用户先听一遍标题，再决定读哪一节；标题不对题，就会错过要找的内容。",
        "Screen reader users hear the headings first and choose; a wrong one hides what they look for.",
    ),
    basis=("WCAG 2.2 2.4.6", "WCAG Techniques G130"),
    wcag=("2.4.6",),
    act=("b49b2e",),
    on="h1, h2, h3, h4, h5, h6, [role=heading]",
    says={
        "other": Text(
            "标题“{words}”的字眼在下面的内容里一个也没有。请人工确认：它说的是这一节吗？",
            "No word of the heading {words!r} occurs in what stands below it. Is this its heading?",
        ),
    },
    bad=(Example("<h1>天气</h1><p>周一至周五 9:00 至 17:00 对外办公。", says="other"),),
    good=(
        Example("<h1>办公时间</h1><p>办公时间为周一至周五 9:00 至 17:00。"),
        Example("<h1>A</h1><p>airplane"),
        Example("<h1>年度报告</h1><h2>一、成效</h2>"),
        Example(
            "<h4>微博</h4><ul><li><a href=a.html>样例发布</a>官方账号<li><a href=b.html>样例新闻办</a>官方账号</ul>"
        ),
        Example("<h3>相关附件：</h3><ul></ul><div class=footer>版权所有：样例市司法局，未经书面授权不得转载</div>"),
    ),
    when=lambda heading: heading in exposed(heading),
)
def heading_topic(heading: Node) -> Hits:
    words = name(heading)
    below = texts_below(heading).get(heading.index, "")
    if below and coverage(words, below) == 0:
        yield heading.ask("other", words=words, quote=words)


def texts_below(any_heading: Node) -> dict[int, str]:
    """What stands between each heading and the next, by the heading's index; "" where no passage says enough."""
    known: dict[int, str] | None = any_heading.page.memory.get("texts_below")
    if known is None:
        known = any_heading.page.memory["texts_below"] = {}
        order = sorted(heading.index for heading in exposed(any_heading))
        found: dict[int, list[Passage]] = {index: [] for index in order}
        ends = any_heading.page.ends
        inside = {at for heading in exposed(any_heading) for at in range(heading.index, ends[heading.index] + 1)}
        until = ends_of_sections(any_heading.page, order)
        at = 0
        for passage in passages(any_heading):
            while at < len(order) and order[at] < passage.node.index:
                at += 1
            if not at or passage.node.index in inside or passage.node.index > until[order[at - 1]]:
                continue
            if not in_footer(passage.node):
                found[order[at - 1]].append(passage)
        known.update(
            {
                index: " ".join(each.text for each in some)
                for index, some in found.items()
                if any(map(says_enough, some))
            }
        )
    return known


def ends_of_sections(page: Page, order: list[int]) -> dict[int, float]:
    """The index of the last element that each heading can speak of: where the innermost box around it ends."""
    ends = page.ends
    boxes = sorted((box.index for box in page.select(BOXES)), reverse=True)
    found: dict[int, float] = {}
    around: list[int] = []
    for heading in order:
        while boxes and boxes[-1] < heading:
            around.append(ends[boxes.pop()])
        while around and around[-1] < heading:
            around.pop()
        found[heading] = around[-1] if around else math.inf
    return found


def says_enough(passage: Passage) -> bool:
    """Whether a passage is more than links, and long enough to be what a heading announces."""
    if not passage.is_plain or 2 * len(passage.text) < ENOUGH:
        return False
    return len(passage.text) >= ENOUGH or len(passage.text) + len(HAN.findall(passage.text)) >= ENOUGH
