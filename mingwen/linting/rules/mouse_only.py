"""mouse-only: what the mouse does by moving, the keyboard does too."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.handlers import KEYS, acts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text

TRIVIAL = re.compile(r"[^(]*(\.style\.|\.className|classList|\.src\s*=|bgColor|status)", re.IGNORECASE)


@Rule(
    id="mouse-only",
    name=Text("悬停才出现的内容，键盘也要看得到", "What shows on hover shows by keyboard too"),
    why=Text(
        "用键盘、触摸屏和读屏的人没有“悬停”；菜单和说明就永远打不开。",
        "Keyboard, touch and screen reader users do not hover, so that the menu or hint never opens.",
    ),
    basis=("WCAG 2.2 2.1.1", "WCAG Techniques F54"),
    wcag=("2.1.1",),
    on="[onmouseover], [onmouseenter], [ondblclick], [onmousedown]",
    says={
        "hover": Text(
            "{tag} 只有 {event}，没有键盘能触发的办法。请人工确认：同样的内容用键盘也打得开吗？",
            "This {tag} has {event} and nothing that the keyboard could set off. Can it be opened by keyboard too?",
        ),
    },
    bad=(
        Example("<li onmouseover='show(1)'>通知公告</li>", says="hover"),
        Example("<a href=a.html ondblclick='edit()'>编辑</a>", says="hover"),
    ),
    good=(
        Example("<li onmouseover='show(1)' onfocus='show(1)'>通知公告</li>"),
        Example("<a href=a.html onmouseover=\"this.style.color='red'\">通知公告</a>"),
        Example("<a href=a.html onmouseover='show(1)' onclick='show(1)'>通知公告</a>"),
    ),
    when=lambda node: not is_hidden(node),
)
def mouse_only(node: Node) -> Hits:
    event = next(
        each for each in ("onmouseover", "onmouseenter", "ondblclick", "onmousedown") if each in node.attributes
    )
    others = {"onfocus", "onfocusin", "onclick", *KEYS} & node.attributes.keys()
    if acts(node, event) and not TRIVIAL.match(node.get(event)) and not others:
        yield node.ask("hover", tag=node.tag, event=event)
