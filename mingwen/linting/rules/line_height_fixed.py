"""line-height-fixed: a style attribute does not force narrow lines on the reader."""

from __future__ import annotations

from mingwen.linting.cascade import style
from mingwen.linting.dom import Node
from mingwen.linting.extent import NARROW, WIDE, ems, font_size, known_room, line_height, room
from mingwen.linting.flow import inline_text
from mingwen.linting.rule import Example, Hits
from mingwen.linting.spacing import spacing_rule, too_low
from mingwen.model import Text

# WCAG 2.2 1.4.12 Text Spacing, times the font size.
FLOOR = 1.5
# What ACT takes line-height: normal for. Times the font size.
NORMAL = 1.2


@spacing_rule(
    "line-height",
    Text("行距", "line height"),
    FLOOR,
    "78fd32",
    shorthand="font:",
    says={
        "may-wrap": Text(
            "style 用 !important 把行距定成了字号的 {found} 倍。"
            "请人工确认：这些字会排成两行以上吗？会的话至少要 1.5 倍。",
            "The style attribute fixes the line height at {found} times the font size with !important. Does the text "
            "run over more than one line? If so it needs 1.5.",
        ),
    },
    bad=(
        Example(
            "<p style='line-height:1.2!important;width:10em'>为方便群众办事，现将有关事项公告如下，请互相转告。</p>",
            says="narrow",
        ),
        Example(
            "<p style='font:16px/1.2 serif!important;width:9em'>为方便群众办事，现将有关事项公告如下。</p>",
            says="narrow",
        ),
        Example(
            "<div style='width:50%'><p style='line-height:1.2!important'>"
            + "为方便群众办事，现将有关事项公告如下，请互相转告。" * 2
            + "</p></div>",
            says="may-wrap",
        ),
    ),
    good=(
        Example("<p style='line-height:1.6!important;width:10em'>为方便群众办事，现将有关事项公告如下。</p>"),
        Example("<p style='line-height:1!important'>公告</p>"),
    ),
)
def line_height_fixed(node: Node) -> Hits:
    """What is too low, where the text runs over more than one line."""
    yield from too_low(node, "line-height", FLOOR, measured, is_wrapped)


def measured(text: Node, name: str) -> float:
    """The height of a line, times the font size; the floor for text without a size."""
    own = style(text)
    size = font_size(own)
    if own.get(name) == "normal":
        return NORMAL
    return line_height(own) / size if size else FLOOR


def is_wrapped(text: Node) -> bool | None:
    """Whether the text takes more than one line; None where that cannot be told."""
    if style(text).get("white-space") in {"nowrap", "pre"}:
        return False
    size = font_size(style(text))
    words = inline_text(text)
    if ems(words, NARROW) * size > room(text):
        return True
    narrower = any(is_relative(each) for each in (text, *text.ancestors)) or not known_room(text)
    if not narrower or ems(words, WIDE) * size < 320:
        return False if ems(words, WIDE) * size < room(text) else None
    return None if any(is_relative(each) for each in (text, *text.ancestors)) else False


def is_relative(node: Node) -> bool:
    """Whether its width is a share of something, or what flex, grid, float and table leave."""
    own = style(node)
    return (
        own.get("width").endswith(("%", ")"))
        or own.get("max-width").endswith(("%", ")"))
        or own.get("float") != "none"
        or own.get("display") in {"flex", "grid", "table", "table-cell", "inline-block", "inline-flex"}
    )
