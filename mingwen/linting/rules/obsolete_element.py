"""obsolete-element: no element that HTML has given up."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

OLD = (
    "font, center, big, strike, tt, basefont, applet, acronym, dir, nobr, bgsound, isindex, xmp, listing, spacer, "
    "frameset"
)


@Rule(
    id="obsolete-element",
    name=Text("不用废止的元素", "No element that HTML has given up"),
    why=Text(
        "字号和颜色写死在里面，换成大字版、高对比版也改不动。",
        "Size and colour are fixed in them, so that no large or high-contrast style can change them.",
    ),
    basis=("HTML Standard 16.2 obsolete",),
    level="advice",
    on=OLD,
    says={
        "old": Text(
            "用了 {count} 处已废止的 {tag}。请改用 CSS。",
            "{tag} is used {count} times, which HTML has given up. Use CSS instead.",
        ),
    },
    bad=(Example("<center><font size=5>公告</font></center>", says="old old"),),
    good=(Example("<p>公告"),),
    when=lambda node: node.namespace == "html",
)
def obsolete_element(node: Node) -> Hits:
    same = node.page.once(f"all {node.tag}", lambda: alike(node))
    if same and same[0] is node:
        yield node.fail("old", tag=node.tag, count=len(same))


def alike(node: Node) -> list[Node]:
    """All HTML elements of the page with the same tag."""
    return [each for each in node.page.select(node.tag) if each.namespace == "html"] if node.tag.isalpha() else []
