"""alt-wording: an alternative is short and does not say that it is a picture."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

# What a screen reader speaks in ten seconds or so. Characters.
LONG = 120
PREFIX = re.compile(r"(图片|照片|图像|插图)[:：为是]|(an? )?(image|picture|photo|graphic) of ", re.IGNORECASE)


@Rule(
    id="alt-wording",
    name=Text("替代文字要短，不必说“图片”", "An alternative is short, and need not say “picture”"),
    why=Text(
        "读屏软件自己会说“图片”；太长的替代文字不能分段、不能回读。",
        "Screen readers say “picture” themselves, and a long alternative cannot be read part by part.",
    ),
    basis=("WCAG Techniques G94", "WCAG Techniques G92"),
    level="advice",
    on="img[alt]",
    says={
        "prefix": Text(
            "替代文字以“{words}”开头，读屏软件会念两遍“图片”。请直接写内容。",
            "The alternative begins with {words!r}, which screen readers say anyway. Begin with what it shows.",
        ),
        "long": Text(
            "替代文字有 {count} 个字。请人工确认：能不能缩短，把细节写进正文或图注？",
            "The alternative has {count} characters. Can it be shorter, with the details in the text or a caption?",
        ),
    },
    bad=(
        Example("<img src=a.png alt=图片：会议现场>", says="prefix"),
        Example(f"<img src=a.png alt={'会议现场' * 40}>", says="long"),
    ),
    good=(Example("<img src=a.png alt=会议现场>"), Example("<img src=a.png alt=图片新闻>")),
    when=is_exposed,
)
def alt_wording(image: Node) -> Hits:
    alt = squeeze(image.get("alt"))
    found = PREFIX.match(alt)
    if found:
        yield image.fail("prefix", words=found[0].strip(), quote=alt)
    elif len(alt) > LONG:
        yield image.ask("long", count=len(alt), quote=alt)
