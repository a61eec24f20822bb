"""heading-topic: a heading speaks of what stands below it."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.headings import exposed
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import passages
from mingwen.linting.topics import coverage, terms
from mingwen.model import Text

# A section of fewer words says too little to compare its heading with. Characters.
ENOUGH = 15


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
    ),
    when=lambda heading: heading in exposed(heading),
)
def heading_topic(heading: Node) -> Hits:
    words = name(heading)
    below = texts_below(heading).get(heading.index, "")
    if len(below) >= ENOUGH and terms(words) and coverage(words, below) == 0:
        yield heading.ask("other", words=words, quote=words)


def texts_below(any_heading: Node) -> dict[int, str]:
    """What stands between each heading and the next, by the heading's index."""
    known: dict[int, str] | None = any_heading.page.memory.get("texts_below")
    if known is None:
        known = any_heading.page.memory["texts_below"] = {}
        order = sorted(heading.index for heading in exposed(any_heading))
        found: dict[int, list[str]] = {index: [] for index in order}
        ends = any_heading.page.ends
        inside = {at for heading in exposed(any_heading) for at in range(heading.index, ends[heading.index] + 1)}
        at = 0
        for passage in passages(any_heading):
            while at < len(order) and order[at] < passage.node.index:
                at += 1
            if at and passage.is_plain and passage.node.index not in inside:
                found[order[at - 1]].append(passage.text)
        known.update({index: " ".join(texts) for index, texts in found.items()})
    return known
