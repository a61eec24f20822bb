"""carousel: a carousel that turns by itself can be stopped."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text


@Rule(
    id="carousel",
    name=Text("自动轮播要停得下来", "A carousel that turns by itself can be stopped"),
    why=Text(
        "还没读完就换了图；读屏软件正念着的链接突然变成另一条。",
        "Pictures change before they are read, and a link becomes another while a screen reader speaks it.",
    ),
    basis=("WCAG 2.2 2.2.2", "WCAG Techniques G4"),
    wcag=("2.2.2",),
    on="[data-ride=carousel], [data-bs-ride=carousel], [data-swiper-autoplay], "
    "[data-autoplay]:not([data-autoplay=false])",
    says={
        "turns": Text(
            "这里会自动轮播。请人工确认：有看得见的暂停按钮吗，键盘能按到它吗？",
            "This turns by itself. Is there a visible button to stop it, and can the keyboard reach it?",
        ),
    },
    bad=(Example("<div data-ride=carousel><a href=a.html>要闻</a></div>", says="turns"),),
    good=(
        Example("<div data-ride=false><a href=a.html>要闻</a></div>"),
        Example("<div data-autoplay=false><a href=a.html>要闻</a></div>"),
    ),
    when=lambda node: not is_hidden(node) and node.tag not in {"audio", "video"},
)
def carousel(node: Node) -> Hits:
    if not inside(node, "[data-ride], [data-bs-ride], [data-autoplay]"):
        yield node.ask("turns")
