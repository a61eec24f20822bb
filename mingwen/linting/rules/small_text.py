"""small-text: text is not smaller than most people can read."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Node, Page
from mingwen.linting.extent import font_size
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.shown_text import by_style, own, texts
from mingwen.model import Text

# Chinese characters have too many strokes for less; CSS px. Superscripts and readings above characters are smaller.
FLOOR = 12.0
SMALL_BY_NATURE = frozenset({"sup", "sub", "rt"})


@Rule(
    id="small-text",
    name=Text("文字不宜小于 12 像素", "Text is not smaller than 12 px"),
    why=Text(
        "汉字笔画多，太小就糊成一团；老年人和视力弱的人读不了。",
        "Chinese characters have many strokes and blur when small; older people and people with low vision cannot read "
        "them.",
    ),
    basis=("WCAG 2.2 1.4.4",),
    on="body",
    says={
        "small": Text(
            "文字只有 {size} 像素，同样大小的有 {count} 处。请放大到 12 像素以上，正文最好 16 像素。",
            "Text is only {size} px high, {count} such texts in all. Make it 12 px or more, 16 for running text.",
        ),
    },
    bad=(Example("<body><p style='font-size:10px'>主办单位：司法局</p>", says="small"),),
    good=(Example("<body><p style='font-size:14px'>主办单位：司法局<sup style='font-size:9px'>1</sup></p>"),),
    when=lambda body: not lacks_sheets(body.page) and bool(texts(body.page)),
    level="advice",
)
def small_text(body: Node) -> Hits:
    for size, nodes in sorted(small(body.page).items()):
        yield nodes[0].fail("small", size=f"{size:g}", count=len(nodes), quote=own(nodes[0]))


def small(page: Page) -> dict[float, list[Node]]:
    """Elements with text too small, by size."""
    found: dict[float, list[Node]] = {}
    for drawn, nodes in by_style(page).items():
        size = font_size(drawn)
        for node in nodes if size < FLOOR - 0.01 else ():
            if not any(each.tag in SMALL_BY_NATURE for each in (node, node.parent) if each):
                found.setdefault(size, []).append(node)
    return {size: sorted(nodes, key=lambda node: node.index) for size, nodes in found.items()}
