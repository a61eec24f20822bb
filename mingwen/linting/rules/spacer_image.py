"""spacer-image: no invisible pictures make distance."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text

BLANK = re.compile(r"(^|[^a-z])(spacer|blank|transparent|clear|pixel|1x1|shim)\.(gif|png)$", re.IGNORECASE)


@Rule(
    id="spacer-image",
    name=Text("不用透明图片占位", "No invisible pictures make distance"),
    why=Text(
        "占位的图没有内容，写了替代文字反而会被念出来。",
        "Such a picture says nothing, and with an alternative it is read all the same.",
    ),
    basis=("WCAG 2.2 1.1.1", "WCAG Techniques F39"),
    level="advice",
    on="img",
    says={
        "spoken": Text(
            '占位图片写了替代文字“{alt}”，会被念出来。请写 alt=""，最好用 CSS 留空。',
            'The spacer has the alternative {alt!r}, which is read. Write alt="", or better use CSS.',
        ),
        "spacer": Text(
            "这是占位用的透明图片。请改用 CSS 留空。",
            "This is an invisible picture that makes distance. Use CSS instead.",
        ),
    },
    bad=(
        Example("<img src=/images/spacer.gif alt=空白>", says="spoken"),
        Example("<img src=/images/blank.gif alt=''>", says="spacer"),
    ),
    good=(Example("<img src=/images/a.png alt=会议现场>"), Example("<img src=blank.gif data-src=a.png alt=会议现场>")),
    when=lambda image: not is_hidden(image),
)
def spacer_image(image: Node) -> Hits:
    if not BLANK.search(image.get("src").split("?", 1)[0]) or any(
        each.startswith("data-") for each in image.attributes
    ):
        return
    alt = image.get("alt").strip()
    yield image.fail("spoken", alt=alt) if alt else image.fail("spacer")
