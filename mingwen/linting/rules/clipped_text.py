"""clipped-text: text that grows is not cut off by a box of fixed height."""

from __future__ import annotations

from mingwen.linting.cascade import found, lacks_sheets, orders, style, styled
from mingwen.linting.css.media import Media
from mingwen.linting.css.order import Entry
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.flow import least_height
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import carried, is_visible
from mingwen.model import Text

# 200 % zoom on a screen of 1280 × 720 leaves half as many CSS px.
ZOOMED = Media(640, 360)
HIDES = frozenset({"hidden", "clip"})
SHOWING = frozenset({"visible", "auto", "scroll", "inherit", "initial", "unset"})
# Heights that fix nothing, or belong to what is hidden from view.
NO_LIMIT = frozenset({"auto", "none", "0", "0px", "1px", "100%", "inherit", "initial", "unset"})
# Only text that surely does not fit counts: by this factor.
SURELY = 1.15


@Rule(
    id="clipped-text",
    name=Text("放大后文字不得被截掉", "Enlarged text is not cut off"),
    why=Text(
        "视力弱的人把网页放大到两倍，固定高度又隐藏溢出的框会把下面几行切掉。",
        "People with low vision zoom to twice the size, and a box of fixed height that hides what sticks out cuts the "
        "lower lines off.",
    ),
    basis=("WCAG 2.2 1.4.4",),
    wcag=("1.4.4",),
    act=("59br37",),
    on="body",
    says={
        "cut": Text(
            "放大到 200% 后，这个框高 {height} px，里面的文字至少要 {needed} px，多出的看不到。"
            "请把 height 改成 min-height，或允许滚动。",
            "At 200 % zoom this box is {height} px high, its text needs at least {needed} px, and the rest is hidden. "
            "Use min-height instead of height, or let it scroll.",
        ),
    },
    bad=(
        Example(
            "<body><div style='height:40px;width:200px;overflow:hidden'>"
            f"{'为方便群众办事，现将有关事项公告如下。' * 3}</div>",
            says="cut",
        ),
    ),
    good=(
        Example("<body><div style='height:40px;overflow:hidden'><div style='height:90px'>公告</div></div>"),
        Example(
            "<body><div style='height:20px;overflow:hidden'><div style='height:20px;overflow:auto'>"
            f"{'为方便群众办事，现将有关事项公告如下。' * 9}</div></div>"
        ),
        Example("<body><div style='height:40px;width:400px;overflow:hidden'>公告</div>"),
        Example(
            "<body><div style='min-height:40px;width:200px;overflow:hidden'>"
            f"{'为方便群众办事，现将有关事项公告如下。' * 3}</div>"
        ),
    ),
    when=lambda body: bool(boxes(body.page)),
)
def clipped_text(body: Node) -> Hits:
    for node in boxes(body.page):
        height = limit(style(node, ZOOMED)) or 0.0
        needed = least_height(node, ZOOMED)
        if needed > SURELY * height:
            yield node.fail("cut", height=f"{height:g}", needed=f"{needed:.0f}")


def boxes(page: Page) -> list[Node]:
    """Visible HTML elements with text, a fixed height and hidden overflow, in the page at 200 % zoom."""
    known: list[Node] | None = page.memory.get("clipping")
    if known is None:
        known = page.memory["clipping"] = []
        if lacks_sheets(page) or not may_clip(page):
            return known
        drawn = styled(page, ZOOMED).styles
        fixed = {id(own) for own in set(drawn) if hides(own)}
        known = page.memory["clipping"] = [
            node
            for node in (page.nodes.values() if fixed else ())
            if id(drawn[node.index]) in fixed
            and node.namespace == "html"
            and node.tag not in {"html", "body", "textarea", "select", "iframe", "input", "button", "marquee"}
            and node.has_text
            and is_visible(node)
            and not carried(node, "line clamped", False, lambda inside, each: inside or is_clamped(each))
        ]
    return known


def may_clip(page: Page) -> bool:
    """Whether rules match that could make such a box, which is quicker to find out than all styles."""
    hiding = {node.index for node in page.select('[style*="overflow" i]')}
    fixed = {node.index for node in page.select('[style*="height" i], [height]')}
    for scope, ordered in enumerate(orders(page, ZOOMED)):
        for _, entry in ordered.chosen(cuts):
            hiding.update(found(page, scope, entry))
        for _, entry in ordered.chosen(limits) if hiding else ():
            fixed.update(found(page, scope, entry))
    return not hiding.isdisjoint(fixed)


def cuts(entry: Entry) -> bool:
    """Whether an author's rule may hide what is higher than the box."""
    return entry.is_author and said(entry, "overflow-y") not in SHOWING


def limits(entry: Entry) -> bool:
    """Whether an author's rule may fix a height."""
    return entry.is_author and any(said(entry, name) not in NO_LIMIT for name in ("height", "max-height"))


def said(entry: Entry, name: str) -> object:
    """What a rule says of a property; initial where it says nothing."""
    return entry.important.get(name, entry.normal.get(name, "initial"))


def hides(own: Style) -> bool:
    """Whether what is higher than the box cannot be seen, and no line counter or ellipsis announces that."""
    height = limit(own)
    return height is not None and height > 1 and own.get("overflow-y") in HIDES and own.get("display") != "inline"


def limit(own: Style) -> float | None:
    """The height beyond which nothing is shown; px. None where it is not fixed."""
    sizes = [each for each in (own.px("height"), own.px("max-height")) if each is not None]
    if not sizes or own.get("height").endswith("%"):
        return None
    least = own.px("min-height") or 0.0
    return max(min(sizes), least)


def is_clamped(node: Node) -> bool:
    """Whether lines are cut by number, with an ellipsis: readers see that there is more."""
    return style(node).get("-webkit-line-clamp") != "none"
