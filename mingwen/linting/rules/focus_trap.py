"""focus-trap: the keyboard gets out of every control."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_focusable
from mingwen.model import Text

MOVES = re.compile(r"focus", re.IGNORECASE)


@Rule(
    id="focus-trap",
    name=Text("键盘焦点要走得出来", "The keyboard gets out of every control"),
    why=Text(
        "焦点被脚本拉回来，用键盘的人就困在那里，只能关掉网页。",
        "Where a script pulls the focus back, keyboard users are caught and can only close the page.",
    ),
    basis=("WCAG 2.2 2.1.2", "WCAG Techniques G21"),
    wcag=("2.1.2",),
    act=("80af7b",),
    on="[onblur], [onfocusout]",
    says={
        "back": Text(
            "焦点一离开，脚本又移动焦点：{handler}。请人工确认：只用 Tab 和 Shift+Tab 走得出去吗？",
            "When the focus leaves, a script moves it: {handler}. Can one get away with Tab and Shift+Tab alone?",
        ),
    },
    bad=(Example("<button onblur='this.previousElementSibling.focus()'>下一步</button>", says="back"),),
    good=(
        Example("<input onblur='check(this)' aria-label=姓名>"),
        Example("<button hidden onblur='a.focus()'>好</button>"),
    ),
    when=is_focusable,
)
def focus_trap(node: Node) -> Hits:
    handler = node.get("onblur") or node.get("onfocusout")
    if MOVES.search(handler):
        yield node.ask("back", handler=cut(squeeze(handler)))
