"""lang-valid: the language of a passage is a language that exists."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.languages import is_known, primary
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, is_visible
from mingwen.model import Text


@Rule(
    id="lang-valid",
    name=Text("段落的语言代码要有效", "The language tag of a passage is valid"),
    why=Text(
        "引文、外文名称标了读屏软件不认识的代码，就会用错误的发音念出来。",
        "Where a quotation has a tag that screen readers do not know, it is read with the wrong voice.",
    ),
    basis=("WCAG 2.2 3.1.2",),
    wcag=("3.1.2",),
    act=("de46e4",),
    on="body [lang]",
    says={
        "unknown": Text(
            "这一段的语言代码“{tag}”里，“{first}”不是已登记的语言。英文请写 en，中文请写 zh-CN。",
            "In this passage's language tag {tag!r}, {first!r} is no registered language. Write en for English.",
        ),
    },
    bad=(
        Example("<p lang=English>Rule of law</p>", says="unknown"),
        Example("<p lang=' '>Rule of law</p>", says="unknown"),
    ),
    good=(
        Example("<p lang=en-GB>Rule of law</p>"),
        Example("<p lang=English></p>"),
        Example("<p lang=English><span lang=en>Rule of law</span></p>"),
    ),
    when=lambda node: bool(node.get("lang")) and speaks(node),
)
def lang_valid(node: Node) -> Hits:
    tag = node.get("lang")
    if not is_known(tag):
        yield node.fail("unknown", tag=tag, first=primary(tag))


def speaks(node: Node) -> bool:
    """Whether any text or named picture that somebody perceives takes its language from this element."""
    stack = [node]
    while stack:
        each = stack.pop()
        texts = any(isinstance(item, str) and item.strip() for item in each.contents)
        if (texts or (each.tag == "img" and name(each))) and (is_visible(each) or is_exposed(each)):
            return True
        stack.extend(child for child in each.children if "lang" not in child.attributes)
    return False
