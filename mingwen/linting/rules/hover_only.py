"""hover-only: what appears under the pointer also appears for the keyboard."""

from __future__ import annotations

import re

from mingwen.linting.cascade import lacks_sheets, style, styled
from mingwen.linting.css.order import Entry
from mingwen.linting.css.sheet import Value
from mingwen.linting.dom import Node, Page
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text

REVEALING = ("display", "visibility")


@Rule(
    id="hover-only",
    name=Text("悬停才出现的内容，键盘也要能打开", "What appears on hover appears for the keyboard too"),
    why=Text(
        "用键盘、用触摸屏的人没有“悬停”，下拉菜单里的栏目他们到不了。",
        "A keyboard and a touch screen have no hovering, so that the entries of such a menu cannot be reached.",
    ),
    basis=("WCAG 2.2 2.1.1",),
    on="body",
    says={
        "hover": Text(
            "“{words}”这一块只有鼠标悬停才出现。请加上 :focus-within 的样式，或改用按钮打开。",
            "{words!r} only appears under the pointer. Style :focus-within as well, or open it by a button.",
        ),
        "script": Text(
            "“{words}”这一块用样式写成鼠标悬停才出现，页面上有脚本。请人工确认：只用键盘打得开吗？",
            "By its style {words!r} only appears under the pointer; the page has scripts. Does it open by keyboard?",
        ),
    },
    bad=(
        Example(
            "<style>ul ul { display: none } li:hover ul { display: block }</style>"
            "<body><ul><li>公开<ul><li>指南</ul></ul>",
            says="hover",
        ),
        Example(
            "<style>ul ul { display: none } li:hover ul { display: block }</style>"
            "<body><ul><li>公开<ul><li>指南</ul></ul><script>go()</script>",
            says="script",
        ),
    ),
    good=(
        Example(
            "<style>ul ul { display: none } li:hover ul, li:focus-within ul { display: block }</style>"
            "<body><ul><li>公开<ul><li>指南</ul></ul>"
        ),
        Example("<style>a:hover { display: block }</style><body><a href=a>公开</a>"),
    ),
    when=lambda body: not lacks_sheets(body.page) and bool(hovers(body.page)),
    level="advice",
)
def hover_only(body: Node) -> Hits:
    page = body.page
    focus = revealed(page, ":focus")
    scripted = bool(page.select("script"))
    for index in sorted(revealed(page, ":hover") - focus):
        node = page.at(index)
        own_hidden = style(node).get("display") == "none" or style(node).get("visibility") == "hidden"
        above_shown = node.parent is not None and not is_hidden(node.parent)
        if own_hidden and above_shown and node.has_text:
            yield (node.ask if scripted else node.fail)("script" if scripted else "hover", words=node.text[:20])


def hovers(page: Page) -> list[tuple[int, Entry]]:
    """Author's rules for the pointer that reveal something, with their scopes."""
    return [
        (scope, entry)
        for scope, ordered in enumerate(styled(page).orders)
        for _, entry in ordered.chosen(reveals_on_hover)
    ]


def reveals_on_hover(entry: Entry) -> bool:
    """Whether an author's rule turns something on under the pointer."""
    return ":hover" in entry.text and reveals(entry)


def reveals(entry: Entry) -> bool:
    """Whether an author's rule turns something on that may have been off."""
    if not entry.is_author:
        return False
    said: dict[str, Value] = {**entry.normal, **entry.important}
    return any(said.get(name, "none") not in {"none", "hidden", "collapse"} for name in REVEALING)


def revealed(page: Page, state: str) -> set[int]:
    """Indexes of the elements that some rule reveals in a state of the pointer or the focus."""
    found: set[int] = set()
    for scope, ordered in enumerate(styled(page).orders):
        for _, entry in ordered.chosen(reveals):
            if state in entry.text and page.has_keys(entry.selector.keys):
                text = re.sub(rf"{state}[\w-]*", ":is(*)", entry.text)
                found.update(page.indexes(scope, text))
    return found
