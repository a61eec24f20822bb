"""line-length: lines of running text are not longer than the eye can follow."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Node
from mingwen.linting.extent import NARROW, ems, font_size
from mingwen.linting.prose import Block, alike, exact_width, prose
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

# WCAG 2.2 1.4.8 (AAA): 40 Chinese characters or 80 others; a quarter more before we speak.
HAN, OTHER = 50.0, 100.0
# A Latin letter or digit, on average; em.
LETTER = 0.5


@Rule(
    id="line-length",
    name=Text("每行不宜太长", "Lines are not too long"),
    why=Text(
        "一行超过四五十个字，读完一行回头找下一行就会找错，放大看的人尤其如此。",
        "Beyond some eighty letters, or forty Chinese characters, the eye misses the start of the next line.",
    ),
    basis=("WCAG 2.2 1.4.8",),
    on="body",
    says={
        "long": Text(
            "正文一行约有 {found} 个字，同样的有 {count} 段。建议给正文写 max-width: 40em 左右。",
            "A line of running text holds some {found} characters, in {count} blocks. Try a max-width of about 40em.",
        ),
    },
    bad=(Example(f"<body><p>{'为方便群众办事，现将有关事项公告如下。' * 12}</p>", says="long"),),
    good=(
        Example(f"<body><p style='max-width:40em'>{'为方便群众办事，现将有关事项公告如下。' * 12}</p>"),
        Example("<body><p>为方便群众办事，现将有关事项公告如下。</p>"),
        Example(f"<body><div style='display:flex'><p>{'为方便群众办事，现将有关事项公告如下。' * 12}</p></div>"),
    ),
    when=lambda body: not lacks_sheets(body.page) and bool(prose(body.page)),
    level="advice",
)
def line_length(body: Node) -> Hits:
    for each, count in alike([each for each in prose(body.page) if is_long(each)]):
        yield each.node.fail("long", found=round(length(each)), count=count, quote=each.text)


def is_long(block: Block) -> bool:
    """Whether a full line holds more characters than the eye finds the next one after."""
    found = length(block)
    return found > HAN and found > (HAN if block.is_han else OTHER)


def length(block: Block) -> float:
    """Characters in a full line; 0 where the width is not known or the text does not fill two lines."""
    width, size = exact_width(block.style), font_size(block.style)
    if width is None or not size or ems(block.text, NARROW) * size < 2 * width:
        return 0.0
    return width / size / (1.0 if block.is_han else LETTER)
