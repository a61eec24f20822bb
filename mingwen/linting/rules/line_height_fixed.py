"""line-height-fixed: a style attribute does not force narrow lines on the reader."""

from __future__ import annotations

from mingwen.linting.cascade import style
from mingwen.linting.dom import Node, squeeze
from mingwen.linting.extent import NARROW, WIDE, ems, font_size, inline_text, known_room, line_height, room
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.spacing import fixed
from mingwen.model import Text

# WCAG 2.2 1.4.12 Text Spacing: times the font size.
FLOOR = 1.5


@Rule(
    id="line-height-fixed",
    name=Text("不得用 !important 定死过小的行距", "Line height is not fixed too low"),
    why=Text(
        "有阅读障碍、视力弱的人要用自己的样式拉开行距；style 里的 !important 让他们的样式失效。",
        "People with dyslexia or low vision part lines by a style of their own, which !important in a style attribute "
        "defeats.",
    ),
    basis=("WCAG 2.2 1.4.12",),
    wcag=("1.4.12",),
    act=("78fd32",),
    on='[style*="line-height" i]',
    says={
        "low": Text(
            "style 用 !important 把行距定成了字号的 {found} 倍，至少要 1.5 倍。请去掉 !important。",
            "The style attribute fixes the line height at {found} times the font size with !important; it needs 1.5. "
            "Drop !important.",
        ),
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
            says="low",
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
    when=lambda node: bool(fixed(node, "line-height")),
)
def line_height_fixed(node: Node) -> Hits:
    surely: list[float] = []
    maybe: list[float] = []
    for text in fixed(node, "line-height"):
        own = style(text)
        size = font_size(own)
        found = 1.2 if own.get("line-height") == "normal" else line_height(own) / size if size else FLOOR
        if found >= FLOOR - 1e-4:
            continue
        wraps = is_wrapped(text, size)
        if wraps is not False:
            (surely if wraps else maybe).append(found)
    if surely:
        yield node.fail("low", found=f"{min(surely):.2g}")
    elif maybe:
        yield node.ask("may-wrap", found=f"{min(maybe):.2g}")


def is_wrapped(text: Node, size: float) -> bool | None:
    """Whether the text takes more than one line; None where that cannot be told."""
    if style(text).get("white-space") in {"nowrap", "pre"}:
        return False
    words = squeeze(inline_text(text)[0])
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
