"""scroll-focus: the keyboard can scroll whatever scrolls."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets, speaks_of, style, styled
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.extent import room
from mingwen.linting.flow import least_height, least_width, set_width
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import first_tabbable, is_tabbable, is_visible
from mingwen.model import Text

SCROLLS = frozenset({"auto", "scroll"})
# Only content that is surely larger counts: by this factor.
SURELY = 1.25


@Rule(
    id="scroll-focus",
    name=Text("能滚动的区域，键盘也要能滚", "What scrolls can be scrolled by keyboard"),
    why=Text(
        "不用鼠标的人要先把焦点移进滚动区域，才能用方向键往下看。",
        "People without a mouse must bring the focus into a scrolling box before the arrow keys can move it.",
    ),
    basis=("WCAG 2.2 2.1.1",),
    wcag=("2.1.1", "2.1.3"),
    act=("0ssw9k",),
    on="body",
    says={
        "unreachable": Text(
            "这个区域要滚动才看得全，里面却没有 Tab 键能到的地方。请加上 tabindex=0、role=region 和名称。",
            "This box scrolls, but the Tab key reaches nothing in it. Give it tabindex=0, role=region and a name.",
        ),
    },
    bad=(
        Example(
            "<body><div style='height:60px;width:200px;overflow:auto'>"
            f"{'为方便群众办事，现将有关事项公告如下。' * 6}</div>",
            says="unreachable",
        ),
        Example(
            "<body><div style='width:200px;overflow:auto'><div style='width:900px'>公告</div></div>",
            says="unreachable",
        ),
        Example(
            f"<body><pre style='width:200px;overflow:auto'>{'为方便群众办事。' * 6}</pre>",
            says="unreachable",
        ),
        Example(
            "<body><div style='height:60px;overflow:auto'><p style='height:300px'>公告</p></div>",
            says="unreachable",
        ),
    ),
    good=(
        Example("<body><div style='overflow:auto;white-space:nowrap'>公告<br>通知<br>公示</div>"),
        Example("<body><div style='width:200px;overflow:auto'><div style='width:900px'></div></div>"),
        Example(
            "<body><div tabindex=0 style='height:60px;width:200px;overflow:auto'>"
            f"{'为方便群众办事，现将有关事项公告如下。' * 6}</div>"
        ),
        Example("<body><div style='height:60px;width:200px;overflow:auto'>公告</div>"),
    ),
    when=lambda body: bool(scrolling(body.page)),
)
def scroll_focus(body: Node) -> Hits:
    for node in scrolling(body.page):
        if not is_tabbable(node) and not first_tabbable(node):
            yield node.fail("unreachable")


def scrolling(page: Page) -> list[Node]:
    """HTML elements that surely scroll, by an estimate of what their content needs."""
    known: list[Node] | None = page.memory.get("scrolling")
    if known is None:
        known = page.memory["scrolling"] = []
        if lacks_sheets(page) or not speaks_of(page, "overflow"):
            return known
        drawn = styled(page).styles
        boxes = {id(own) for own in set(drawn) if is_box(own)}
        known = page.memory["scrolling"] = [
            node
            for node in (page.nodes.values() if boxes else ())
            if id(drawn[node.index]) in boxes
            and node.namespace == "html"
            and node.tag not in {"html", "body", "textarea", "select", "iframe"}
            and is_visible(node)
            and overflows(node)
        ]
    return known


def is_box(own: Style) -> bool:
    """Whether it scrolls when its content is larger."""
    return own.get("overflow-x") in SCROLLS or own.get("overflow-y") in SCROLLS


def overflows(node: Node) -> bool:
    """Whether the content is surely larger than the box."""
    own = style(node)
    heights = [own.px("height"), own.px("max-height")]
    height = min((each for each in heights if each is not None), default=None)
    if (
        height
        and own.get("overflow-y") in SCROLLS
        and least_height(node, sized=True) > SURELY * (height + padding(own, "top"))
    ):
        return True
    if own.get("overflow-x") not in SCROLLS:
        return False
    width = room(node) + padding(own, "left")
    return set_width(node) > width or least_width(node) > SURELY * width


def padding(own: Style, side: str) -> float:
    """Padding of two opposite sides together; px."""
    other = {"top": "bottom", "left": "right"}[side]
    return (own.px(f"padding-{side}") or 0.0) + (own.px(f"padding-{other}") or 0.0)
