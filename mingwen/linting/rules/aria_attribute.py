"""aria-attribute: every aria-* attribute is one that ARIA defines."""

from __future__ import annotations

from mingwen.linting.aria import ATTRIBUTES
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.words import nearest
from mingwen.model import Text


@Rule(
    id="aria-attribute",
    name=Text("aria 属性要是规范里有的", "aria-* attributes are defined in ARIA"),
    why=Text(
        "拼错的属性，读屏软件一概不理，名称或状态就丢了。",
        "A misspelt attribute is ignored, and with it the name or state that it should give.",
    ),
    basis=("WAI-ARIA 1.2",),
    act=("5f99a7",),
    on="*",
    says={
        "misspelt": Text(
            "ARIA 里没有 {attribute} 这个属性。是不是 {nearest}？",
            "ARIA has no attribute {attribute}. Is {nearest} meant?",
        ),
        "unknown": Text(
            "ARIA 里没有 {attribute} 这个属性，它不起作用。请去掉，或换成 ARIA 里有的。",
            "ARIA has no attribute {attribute}, and it does nothing. Drop it, or use one that ARIA has.",
        ),
    },
    bad=(
        Example("<a href=a.html aria-labeled=政策>文件</a>", says="misspelt"),
        Example("<a href=a.html aria-policy=政策>文件</a>", says="unknown"),
    ),
    good=(Example("<a href=a.html aria-label=政策文件>文件</a>"),),
    when=lambda node: bool(node.attributes) and node.index in node.page.with_aria,
)
def aria_attribute(node: Node) -> Hits:
    for name in node.attributes:
        if name.startswith("aria-") and name not in ATTRIBUTES:
            near = nearest(name, ATTRIBUTES, "aria-")
            yield node.fail("misspelt" if near else "unknown", attribute=name, nearest=near, quote=name)
