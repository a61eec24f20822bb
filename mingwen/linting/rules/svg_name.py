"""svg-name: a drawing that is marked as a picture has a name."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import explicit, is_in_picture
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

PICTURES = frozenset({"img", "graphics-document", "graphics-symbol"})


@Rule(
    id="svg-name",
    name=Text("SVG 图要有名字", "An SVG picture has a name"),
    why=Text(
        "标为图片的 SVG 没有名字，读屏软件只念“图形”。",
        "Of an SVG that is marked as a picture but has no name, screen readers only say “graphic”.",
    ),
    basis=("WCAG 2.2 1.1.1",),
    wcag=("1.1.1",),
    act=("7d6734",),
    on="svg[role], svg [role]",
    says={
        "empty": Text(
            "这个 SVG 标为图片，却没有名字。请在里面加 <title>，或写 aria-label。",
            "This SVG is marked as a picture but has no name. Put a <title> inside, or write aria-label.",
        ),
    },
    bad=(Example("<svg role=img><circle r=1 /></svg>", says="empty"),),
    good=(
        Example("<svg role=img><title>机构图</title></svg>"),
        Example("<svg role=img aria-label=机构图></svg>"),
        Example("<svg role=img aria-label=机构图><g role=graphics-symbol><circle r=1 /></g></svg>"),
        Example("<svg><circle r=1 /></svg>"),
    ),
    when=lambda node: (
        node.namespace == "svg"
        and explicit(node) in PICTURES
        and is_exposed(node)
        and "hidden" not in node.attributes
        and not is_in_picture(node)
    ),
)
def svg_name(drawing: Node) -> Hits:
    if not name(drawing):
        yield drawing.fail("empty")
