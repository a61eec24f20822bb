"""line-height-low: lines of running text stand far enough apart."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Node, Page
from mingwen.linting.extent import NARROW, ems, font_size, line_height
from mingwen.linting.prose import Block, alike, prose
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

# WCAG 2.2 1.4.8 (AAA): a space and a half within paragraphs. A little less passes, for rounding.
FLOOR = 1.45
LINES = 2.0


@Rule(
    id="line-height-low",
    name=Text("正文行距宜在 1.5 倍以上", "Running text has lines one and a half apart"),
    why=Text(
        "行距太小，视力弱和有阅读障碍的人容易看串行。",
        "Where lines are tight, people with low vision or dyslexia lose them.",
    ),
    basis=("WCAG 2.2 1.4.8",),
    on="body",
    says={
        "low": Text(
            "正文行距是字号的 {found} 倍，同样的有 {count} 段。建议写 line-height: 1.6。",
            "Lines of running text are {found} times the font size apart, in {count} blocks. Try line-height: 1.6.",
        ),
    },
    bad=(Example(f"<body style='line-height:1.2'><p>{'为方便群众办事，现将有关事项公告如下。' * 9}</p>", says="low"),),
    good=(
        Example(f"<body style='line-height:1.6'><p>{'为方便群众办事，现将有关事项公告如下。' * 9}</p>"),
        Example("<body style='line-height:1.2'><p>为方便群众办事，现将有关事项公告如下。</p>"),
    ),
    when=lambda body: bool(long(body.page)),
    level="advice",
)
def line_height_low(body: Node) -> Hits:
    low = [each for each in long(body.page) if spread(each) < FLOOR]
    for each, count in alike(low):
        yield each.node.fail("low", found=f"{spread(each):.2g}", count=count, quote=each.text)


def long(page: Page) -> list[Block]:
    """Blocks that surely take several lines, where a line-height is set."""
    if lacks_sheets(page):
        return []
    return [
        each
        for each in prose(page)
        if each.style.get("line-height") != "normal"
        and ems(each.text, NARROW) * font_size(each.style) > LINES * each.style.media.width
    ]


def spread(block: Block) -> float:
    """Line height as a multiple of the font size."""
    size = font_size(block.style)
    return line_height(block.style) / size if size else FLOOR
