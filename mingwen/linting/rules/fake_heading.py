"""fake-heading: a heading is a heading, not a bold paragraph."""

from __future__ import annotations

import re

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import BLOCKS, Node, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

# Longer lines are sentences. Characters.
LONGEST, BELOW = 40, 20
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、\S.{1,38}")
SENTENCE = re.compile(r"[。；;，,.、：:！!？?]$")
ELSEWHERE = "table, li, dl, nav, header, footer, a, label, button, figcaption, h1, h2, h3, h4, h5, h6, form, blockquote"


@Rule(
    id="fake-heading",
    name=Text("标题要用标题标记", "A heading is no bold paragraph"),
    why=Text(
        "只是加粗的一行，读屏软件当正文念，也进不了目录。",
        "To a screen reader a bold line is plain text, and no outline holds it.",
    ),
    basis=("WCAG 2.2 1.3.1", "WCAG Techniques F2", "WCAG Techniques H42"),
    wcag=("1.3.1",),
    level="advice",
    on="p, div",
    says={
        "bold": Text(
            "“{words}”独占一行，又加粗。请人工确认：若是标题，请用 h2 等标题元素。",
            "{words!r} stands on a line of its own, in bold. If it is a heading, make it an h2 or the like.",
        ),
        "numbered": Text(
            "“{words}”像是一级标题，却是普通段落。请人工确认：若是标题，请用 h2 等标题元素。",
            "{words!r} looks like a numbered heading and is plain text. If it is one, make it an h2 or the like.",
        ),
    },
    bad=(
        Example(
            "<p><strong>总体情况</strong></p><p>2023 年，我局坚持以人民为中心，全面推进各项工作，取得新的成效。</p>",
            says="bold",
        ),
        Example(
            "<p>一、总体情况</p><p>2023 年，我局坚持以人民为中心，全面推进各项工作，取得新的成效。</p>",
            says="numbered",
        ),
    ),
    good=(
        Example("<h2>一、总体情况</h2><p>2023 年，我局坚持以人民为中心，全面推进各项工作，取得新的成效。</p>"),
        Example("<p><b>注意：</b></p><p>2023 年，我局坚持以人民为中心，全面推进各项工作，取得新的成效。</p>"),
        Example("<p><b>样例市司法局</b></p><p><b>2024 年 1 月 19 日</b></p>"),
        Example("<p>一、推进依法行政。</p><p>2023 年，我局坚持以人民为中心，全面推进各项工作，取得新的成效。</p>"),
    ),
    when=lambda node: not any(child.tag in BLOCKS for child in node.children),
)
def fake_heading(line: Node) -> Hits:
    if not line.has_text or "role" in line.attributes or any(map(is_long, line.contents)):
        return
    words = line.text
    if len(words) > LONGEST or SENTENCE.search(words) or not (is_bold(line) or NUMBERED.fullmatch(words)):
        return
    below = following(line)
    if below is None or is_bold(below) or len(below.text) < max(BELOW, len(words)) or not is_exposed(line):
        return
    if inside(line, ELSEWHERE) or line.has("a[href]"):
        return
    yield line.ask("numbered" if NUMBERED.fullmatch(words) else "bold", words=words, quote=words)


def is_long(item: Node | str) -> bool:
    """Whether it is a text that is too long for a heading, for a first look."""
    return isinstance(item, str) and len(item) > LONGEST and len(squeeze(item)) > LONGEST


def is_bold(line: Node) -> bool:
    """Whether all of its words stand in one b or strong, spans around it left aside."""
    node = line
    while True:
        said = [item for item in node.contents if not isinstance(item, str) or item.strip()]
        if len(said) != 1 or isinstance(said[0], str):
            return False
        node = said[0]
        if node.tag in {"b", "strong"}:
            return True
        if node.tag not in {"span", "font", "em", "u"}:
            return False


def following(line: Node) -> Node | None:
    """The next element beside it that has words, where that is a paragraph."""
    known: dict[int, Node | None] = line.page.memory.setdefault("following", {})
    if line.index not in known and line.parent:
        below: Node | None = None
        for each in reversed(line.parent.children):
            known[each.index] = below
            below = each if each.has_text else below
    after = known.get(line.index)
    return after if after and after.tag in {"p", "div"} else None
