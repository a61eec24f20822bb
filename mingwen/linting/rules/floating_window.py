"""floating-window: nothing floats over the text."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, Page
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text

FLOATING = re.compile(
    r"(^|[-_\s])(float(ing)?[-_]?(ad|img|div|win|window|box)|piaofu|piao|piaochuang|fuchuang|fudong|couplet|duilian|pop[-_]?(up|win|ad)"
    r"|tanchuang|ad[-_]?float)(?![a-z])",
    re.IGNORECASE,
)


@Rule(
    id="floating-window",
    name=Text("不用飘浮窗口", "Nothing floats over the text"),
    why=Text(
        "飘来飘去的窗口挡住正文，放大以后挡得更多，键盘又关不掉。",
        "It covers the text, and more of it when enlarged, and the keyboard cannot close it.",
    ),
    basis=("WCAG 2.2 2.2.2", "工信厅信管函〔2021〕67号 附件1 2.4.1"),
    level="advice",
    on="[id], [class]",
    says={
        "floats": Text(
            "“{name}”像是飘窗或弹窗。请人工确认：能去掉吗？非用不可，要不挡正文，键盘也关得掉。",
            "{name!r} looks like a floating window. Can it go? If not, it must cover no text and close by keyboard.",
        ),
    },
    bad=(Example("<div id=piaofu><a href=a.html><img src=a.gif alt=专题></a></div>", says="floats"),),
    good=(
        Example("<div class=float-left><a href=a.html>专题</a></div>"),
        Example("<div id=popup hidden><a href=a.html>专题</a></div>"),
        Example("<div id=popup></div>"),
    ),
    when=lambda node: speaking(node.page) and any(map(FLOATING.search, (node.id, node.get("class")))),
)
def floating_window(node: Node) -> Hits:
    known: set[int] = node.page.memory.setdefault("floating", set())
    if not is_hidden(node) and node.has("a[href], img") and not any(above.index in known for above in node.ancestors):
        known.add(node.index)
        yield node.ask("floats", name=node.id if FLOATING.search(node.id) else node.get("class"))


def speaking(page: Page) -> bool:
    """Whether any id or class of the page says that something floats: on most none does."""
    return page.once("floating names", lambda: any(map(FLOATING.search, (key[1:] for key in page.keys))))
