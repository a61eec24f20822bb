"""alt-repeats: an alternative does not say again what stands beside it."""

from __future__ import annotations

from itertools import islice

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import is_same
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="alt-repeats",
    name=Text("替代文字不要重复旁边的字", "An alternative does not repeat the words beside it"),
    why=Text(
        "同一句话读屏用户要听两遍。",
        "Screen reader users hear the same words twice.",
    ),
    basis=("WCAG Techniques H2",),
    level="advice",
    on="img[alt]",
    says={
        "beside": Text(
            '替代文字与旁边的“{alt}”一样，会念两遍。请写 alt=""，或让它说明图里有什么。',
            'The alternative repeats {alt!r} beside it, which is read twice. Write alt="", or say what it shows.',
        ),
        "title": Text(
            "title 与替代文字一样。请删去 title。",
            "The title repeats the alternative. Remove the title.",
        ),
    },
    bad=(
        Example("<a href=a.html><img src=a.png alt=年度报告>年度报告</a>", says="beside"),
        Example("<figure><img src=a.png alt=会议现场><figcaption>会议现场</figcaption></figure>", says="beside"),
        Example("<img src=a.png alt=会议现场 title=会议现场>", says="title"),
    ),
    good=(
        Example("<a href=a.html><img src=a.png alt=''>年度报告</a>"),
        Example("<figure><img src=a.png alt=局长在讲话><figcaption>会议现场</figcaption></figure>"),
        Example("<a href=a.html><img src=a.png alt=年度报告></a>"),
    ),
    when=lambda image: bool(image.get("alt").strip()) and is_exposed(image),
)
def alt_repeats(image: Node) -> Hits:
    alt = squeeze(image.get("alt"))
    around = next((above for above in islice(image.ancestors, 4) if above.tag in {"a", "button", "figure", "li"}), None)
    if around and is_same(around.text, alt):
        yield image.fail("beside", alt=alt)
    elif is_same(image.get("title"), alt):
        yield image.fail("title")
