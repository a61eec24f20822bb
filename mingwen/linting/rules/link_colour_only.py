"""link-colour-only: links in running text differ from it by more than a shade of colour."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets, style
from mingwen.linting.contrast import hex_of, ratio
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.legibility import pairs
from mingwen.linting.prose import block
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.shown_text import own
from mingwen.model import Text

# WCAG Techniques G183: without any other mark, link and text must differ by this.
FLOOR = 3.0
# Letters around a link that make it a link in running text.
AROUND = 10
MARKS = ("font-weight", "font-style", "font-size", "text-transform")


@Rule(
    id="link-colour-only",
    name=Text("正文里的链接不宜只靠颜色区分", "Links in text are told by more than colour"),
    why=Text(
        "分不清颜色的人看不出哪几个字是链接。", "People who do not tell colours apart cannot see which words are links."
    ),
    basis=("WCAG 2.2 1.4.1", "WCAG Techniques G183"),
    on="body",
    says={
        "alike": Text(
            "链接 {front} 和旁边的字 {other} 只差颜色，对比度 {ratio}，不到 3。请加下划线。",
            "The link, {front}, differs from the words around it, {other}, by colour only, at a contrast of {ratio}, "
            "below 3. Underline it.",
        ),
    },
    bad=(
        Example(
            "<body><p>办理前请先看<a href=a style='text-decoration:none'>办事指南</a>，再到窗口提交材料。</p>",
            says="alike",
        ),
    ),
    good=(
        Example("<body><p>办理前请先看<a href=a>办事指南</a>，再到窗口提交材料。</p>"),
        Example("<body><p><a href=a style='text-decoration:none'>办事指南</a></p>"),
        Example(
            "<body><p>办理前请先看<a href=a style='text-decoration:none;border-bottom:1px solid'>办事指南</a>，"
            "再到窗口提交材料。</p>"
        ),
    ),
    when=lambda body: not lacks_sheets(body.page) and bool(body.page.select("p a[href], dd a[href]")),
    level="advice",
)
def link_colour_only(body: Node) -> Hits:
    found = links(body.page)
    shades = {node.index: told.pair[0] for node, told in (pairs(body.page) if found else ())}
    told: set[int] = set()
    for link, around in found:
        front, other = shades.get(link.index), shades.get(around.index)
        if front and other and ratio(front, other) < FLOOR and id(style(link)) not in told:
            told.add(id(style(link)))
            yield link.fail("alike", front=hex_of(front), other=hex_of(other), ratio=f"{ratio(front, other):.2f}")


def links(page: Page) -> list[tuple[Node, Node]]:
    """Links without a mark of their own in the lines of a paragraph, with the block around."""
    found = []
    lengths: dict[int, int] = {}
    marked: dict[tuple[Style, Style], bool] = {}
    for link in page.select("p a[href], dd a[href]"):
        around = block(link)
        both = style(link), style(around)
        if both not in marked:
            marked[both] = is_marked(*both)
        if marked[both] or around is link:
            continue
        if around.index not in lengths:
            lengths[around.index] = len(own(around))
        if lengths[around.index] >= AROUND:
            found.append((link, around))
    return found


def is_marked(link: Style, around: Style) -> bool:
    """Whether anything but colour sets the link off: a line, a border, a ground, the font."""
    if link.get("text-decoration-line") != "none" or link.get("background-image") != "none":
        return True
    if any(link.get(f"border-{side}-style") != "none" for side in ("top", "right", "bottom", "left")):
        return True
    ground = link.colour("background-color")
    if ground is None or ground.alpha > 0 or link.get("display") != "inline":
        return True
    return any(link.get(name) != around.get(name) for name in MARKS)
