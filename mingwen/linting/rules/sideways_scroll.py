"""sideways-scroll: on a phone the page does not have to be scrolled sideways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingwen.linting.cascade import found, lacks_sheets, orders, style, styled
from mingwen.linting.css.lengths import measure
from mingwen.linting.css.media import Media
from mingwen.linting.css.order import Entry
from mingwen.linting.css.sheet import Value
from mingwen.linting.dom import Node, Page
from mingwen.linting.flow import fixed_width
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import carried, is_visible
from mingwen.model import Text

# WCAG 2.2 1.4.10: 320 CSS px, which is also 1280 px at 400 % zoom.
PHONE = Media(width=320, height=640)
WIDER = 330.0
# What may need two dimensions, by the same criterion.
WIDE_BY_NATURE = frozenset(
    {"table", "img", "svg", "canvas", "video", "iframe", "object", "embed", "map", "pre", "math"}
)
VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*\)", re.IGNORECASE)
LENGTH = re.compile(r"(\d*\.?\d+)(px|rem)")
# px: no page has larger type at its root.
REM = 80.0
FLOW = frozenset({"block", "flow-root", "flex", "grid", "list-item"})


@Rule(
    id="sideways-scroll",
    name=Text("小屏上不宜左右滚动", "Small screens need no sideways scrolling"),
    why=Text(
        "放大到 400% 或用手机看，每行都要左右拖动才读得完，很快就放弃了。",
        "At 400 % zoom or on a phone, every line must be dragged to and fro to be read.",
    ),
    basis=("WCAG 2.2 1.4.10",),
    on="body",
    says={
        "fixed": Text(
            "这一块写死了 {found} 像素宽，320 像素的屏幕放不下，这样的有 {count} 处。"
            "请改成 max-width，或按屏宽改排法。",
            "This block is fixed at {found} px, too wide for a screen of 320; there are {count} such. Use max-width, "
            "or lay it out by the width of the screen.",
        ),
    },
    bad=(
        Example("<body><div style='width:1000px'>公告</div>", says="fixed"),
        Example(
            "<style>:root{--page:60em; --all:var(--page)} .a{width:var(--all)}</style><body><div class=a>公告</div>",
            says="fixed",
        ),
        Example(
            "<style>:root{--page:20px} .a{width:var(--page)}</style>"
            "<body><main style='--page:1000px'><div class=a>公告</div></main>",
            says="fixed",
        ),
        Example(
            "<style>:root{--page:10em} .a{width:var(--page);font-size:60px}</style><body><div class=a>公告</div>",
            says="fixed",
        ),
        Example(
            "<style>:root{--page:200vw} .a{width:var(--page)}</style><body><div class=a>公告</div>",
            says="fixed",
        ),
    ),
    good=(
        Example("<body><div style='max-width:1000px'>公告</div>"),
        Example("<style>div{width:1000px} @media (max-width:640px){div{width:auto}}</style><body><div>公告</div>"),
        Example("<body><div style='overflow:auto'><div style='width:1000px'>公告</div></div>"),
        Example("<style>:root{--page:44px} .a{min-width:var(--page)}</style><body><div class=a>公告</div>"),
    ),
    when=lambda body: not lacks_sheets(body.page) and body.has_text,
    level="advice",
)
def sideways_scroll(body: Node) -> Hits:
    nodes = wide(body.page)
    if nodes:
        widest = max(nodes, key=lambda node: (fixed_width(style(node, PHONE)), -node.index))
        yield widest.fail("fixed", found=f"{fixed_width(style(widest, PHONE)):g}", count=len(nodes))


def wide(page: Page) -> list[Node]:
    """Visible blocks in the flow that are wider than a small screen, whatever their content."""
    if not may_be_wide(page):
        return []
    drawn = styled(page, PHONE).styles
    fixed = {id(own) for own in set(drawn) if fixed_width(own) > WIDER and own.get("display") in FLOW}
    return [
        node
        for node in (page.nodes.values() if fixed else ())
        if id(drawn[node.index]) in fixed
        and node.has_text
        and is_visible(node)
        and not carried(node, "kept", False, keeps)
    ]


def may_be_wide(page: Page) -> bool:
    """Whether a rule that fixes a large width matches, which is quicker to find out than all styles."""
    if page.select('[style*="width" i], [width]'):
        return True
    in_scopes = orders(page, PHONE)
    given = [entry for ordered in in_scopes for _, entry in ordered.chosen(has_variables)]
    known = not page.select('[style*="--"]')
    return any(
        any(not (known and is_small(value, given)) for value in widths(entry)) and found(page, scope, entry)
        for scope, ordered in enumerate(in_scopes)
        for _, entry in ordered.chosen(widens)
    )


def widens(entry: Entry) -> bool:
    """Whether an author's rule fixes a width that a small screen may not have."""
    return entry.is_author and any(map(is_large, widths(entry)))


def has_variables(entry: Entry) -> bool:
    """Whether a rule gives any variable a value."""
    return any(name.startswith("--") for name, _ in declarations(entry))


def declarations(entry: Entry) -> Iterator[tuple[str, Value]]:
    """All that a rule declares, important or not."""
    yield from entry.normal.items()
    yield from entry.important.items()


def widths(entry: Entry) -> list[Value]:
    """The widths that a rule fixes."""
    return [value for name, value in declarations(entry) if name in {"width", "min-width"}]


def is_large(value: Value) -> bool:
    """Whether it is a length that a small screen may not have, as far as can be told without its element."""
    size = measure(value) if isinstance(value, str) else None
    return not isinstance(value, str) or bool(size and size.percent is None and size.value > WIDER / 2)


def is_small(value: Value, given: list[Entry]) -> bool:
    """Whether a width is one variable, to which the rules `given` only give lengths that fit whatever the font."""
    one = None if isinstance(value, str) else VARIABLE.fullmatch(value.text.strip())
    if one is None:
        return False
    name = one[1]
    return all(fits(said[name]) for entry in given for said in (entry.normal, entry.important) if name in said)


def fits(value: Value) -> bool:
    """Whether a variable's value is a length in px or rem that a small screen surely has."""
    length = LENGTH.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    return length is not None and float(length[1]) * (REM if length[2] == "rem" else 1) <= WIDER


def keeps(kept: bool, node: Node) -> bool:
    """Whether what is inside scrolls or is cut off for itself, or may be wide."""
    own = style(node, PHONE)
    scrolls = own.get("overflow-x") != "visible" and node.tag not in {"html", "body"}
    placed = own.get("position") in {"absolute", "fixed"} or own.get("display") == "none"
    return kept or scrolls or placed or node.tag in WIDE_BY_NATURE
