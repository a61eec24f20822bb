"""han-italic: Chinese characters are not slanted."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Node, Page
from mingwen.linting.prose import HAN
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.shown_text import by_style, own, texts
from mingwen.model import Text


@Rule(
    id="han-italic",
    name=Text("汉字不宜用斜体", "Chinese characters are not slanted"),
    why=Text(
        "汉字没有斜体字形，浏览器硬把它压斜，笔画发糊，视力弱的人难认。",
        "Chinese has no italics; browsers tilt the characters, and strokes blur for people with low vision.",
    ),
    basis=("WCAG 2.2 1.4.8",),
    on="body",
    says={
        "slanted": Text(
            "“{words}”用了斜体，同样的有 {count} 处。强调请用 strong 或加粗，并写 font-style: normal。",
            "{words!r} is slanted, and {count} such texts in all. Stress by strong or weight, with font-style: normal.",
        ),
    },
    bad=(
        Example("<body><p><em>请互相转告</em></p>", says="slanted"),
        Example("<body><p style='font-style:oblique'>公告</p>", says="slanted"),
    ),
    good=(
        Example("<body><p><em style='font-style:normal'>请互相转告</em></p>"),
        Example("<body><p><cite lang=en>Nature</cite></p>"),
    ),
    when=lambda body: not lacks_sheets(body.page) and bool(texts(body.page)),
    level="advice",
)
def han_italic(body: Node) -> Hits:
    found = slanted(body.page)
    if found:
        yield found[0].fail("slanted", words=own(found[0]), count=len(found), quote=own(found[0]))


def slanted(page: Page) -> list[Node]:
    """Elements with slanted text of two Chinese characters or more."""
    found = [node for drawn, some in by_style(page).items() if drawn.get("font-style") != "normal" for node in some]
    return sorted((node for node in found if sum(map(len, HAN.findall(own(node)))) > 1), key=lambda node: node.index)
