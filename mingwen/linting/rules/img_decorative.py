"""img-decorative: what is marked as decoration is not exposed all the same."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.roles import NONE, explicit, role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="img-decorative",
    name=Text("标为装饰的内容不得仍被念出", "What is marked as decoration is not exposed"),
    why=Text(
        "一面说是装饰，一面又给名字或让它得到焦点，浏览器会当它不是装饰。",
        "Marked as decoration yet named or focusable, it is treated by browsers as if it were not decoration.",
    ),
    basis=("ACT 46ca7f",),
    act=("46ca7f",),
    on='[role], img[alt=""]',
    says={
        "exposed": Text(
            "它标为装饰，却因为 aria 属性或可以得到焦点而仍会被念出。请去掉其中一样。",
            "It is marked as decoration, but an ARIA attribute or focus exposes it. Remove one or the other.",
        ),
    },
    bad=(
        Example("<nav role=none aria-label=主导航><a href=a.html>首页</a></nav>", says="exposed"),
        Example('<img src=line.png alt="" aria-label=分隔线>', says="exposed"),
        Example('<img src=line.png alt="" role=picture aria-label=分隔线>', says="exposed"),
        Example("<span role='ornament none' aria-label=分隔线>◆</span>", says="exposed"),
    ),
    good=(
        Example('<img src=line.png alt="">'),
        Example("<button role='ornament button'>好</button>"),
        Example("<table role=presentation><tr><td>排版</table>"),
    ),
    when=lambda node: is_marked(node) and is_exposed(node),
)
def img_decorative(node: Node) -> Hits:
    if role(node) != "none":
        yield node.fail("exposed")


def is_marked(node: Node) -> bool:
    """Marked as decoration: by the first role that ARIA knows, or by an empty alternative where there is none."""
    written = explicit(node)
    if written:
        return written in NONE
    return node.tag == "img" and "alt" in node.attributes and not node.get("alt")
