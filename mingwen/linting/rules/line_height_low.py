"""line-height-low: lines of running text stand far enough apart."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node
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
    when=lambda body: not lacks_sheets(body.page) and any(is_long(each) for each in prose(body.page)),
    level="advice",
)
def line_height_low(body: Node) -> Hits:
    low = [each for each in prose(body.page) if spread(each.style) < FLOOR and is_long(each)]
    for each, count in alike(low):
        yield each.node.fail("low", found=f"{spread(each.style):.2g}", count=count, quote=each.text)


def is_long(block: Block) -> bool:
    """Whether it surely takes several lines, and a line-height is set."""
    own = block.style
    if own.get("line-height") == "normal":
        return False
    return ems(block.text, NARROW) * font_size(own) > LINES * own.media.width


def spread(own: Style) -> float:
    """Line height as a multiple of the font size."""
    size = font_size(own)
    return line_height(own) / size if size else FLOOR
