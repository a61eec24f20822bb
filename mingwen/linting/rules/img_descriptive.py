"""img-descriptive: the name of a picture says what it shows."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import is_in_picture, role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, is_visible
from mingwen.model import Text

NAMED_CONTROL = ", ".join(
    f"{tag}[{name}]:not([{name}=''])" for tag in ("a", "button") for name in ("aria-label", "aria-labelledby")
)


@Rule(
    id="img-descriptive",
    name=Text("图片的名称要说明图里是什么", "The name of a picture says what it shows"),
    why=Text(
        "看不见图的人只听得到名称；名称对不上图，听到的就是错的。",
        "Who does not see the picture has its name only. If that does not fit, what is heard is wrong.",
    ),
    basis=("WCAG 2.2 1.1.1", "WCAG Techniques G94"),
    wcag=("1.1.1",),
    act=("qt1vmo",),
    on="img, canvas, svg",
    says={
        "look": Text(
            "程序看不见图，请人工核对这一页的每张图：名称说出了图里的东西，或图在这里的用处吗？",
            "No program sees the pictures. Do the names on this page tell what they show, or what they are there for?",
        ),
    },
    bad=(
        Example("<img src=huichang.jpg alt=会议现场>", says="look"),
        Example("<svg role=img aria-label=市徽><circle r=3 /></svg>", says="look"),
        Example("<canvas aria-label=柱形图></canvas>", says="look"),
    ),
    good=(
        Example("<img src=fireworks.png alt=''>"),
        Example("<img src=huichang.jpg alt=会议现场 hidden>"),
        Example("<a href=a aria-label=首页><svg aria-label=房子><circle r=3 /></svg></a>"),
        Example("<div role=img aria-label=三星><img src=a.png alt=星></div>"),
    ),
    when=lambda node: is_told(node) and bool(name(node)),
)
def img_descriptive(picture: Node) -> Hits:
    """One question a page, at its first picture."""
    if picture.page.memory.setdefault("first picture", picture) is picture:
        yield picture.ask("look", quote=name(picture))


def is_told(node: Node) -> bool:
    """Whether it is a picture of its own that is shown and announced, not part of one or of a control with a name."""
    if role(node) == "none" or not is_exposed(node) or not is_visible(node):
        return False
    if node.namespace == "svg" and (node.parent is None or inside(node, "svg")):
        return False
    return not is_in_picture(node) and not inside(node, NAMED_CONTROL)
