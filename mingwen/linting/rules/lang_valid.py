"""lang-valid: the language of a passage is a language that exists."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.languages import is_known, primary
from mingwen.linting.passages import texts
from mingwen.linting.rule import Example, Hits, Rule
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
    on="body[lang], body [lang]",
    says={
        "unknown": Text(
            "这一段的语言代码“{tag}”里，“{first}”不是已登记的语言。英文请写 en，中文请写 zh-CN。",
            "In this passage's language tag {tag!r}, {first!r} is no registered language. Write en for English.",
        ),
    },
    bad=(
        Example("<p lang=English>Rule of law</p>", says="unknown"),
        Example("<p lang=' '>Rule of law</p>", says="unknown"),
        Example("<body lang=English><p>Rule of law", says="unknown"),
        Example("<nav lang=English><button aria-label=Search></button></nav>", says="unknown"),
        Example("<div lang=English><p lang=''>Rule of law</div>", says="unknown"),
    ),
    good=(
        Example("<p lang=en-GB>Rule of law</p>"),
        Example("<p lang=English></p>"),
        Example("<p lang=English>&nbsp;</p>"),
        Example("<p lang=''>Rule of law</p>"),
        Example("<p lang=English><span lang=en>Rule of law</span></p>"),
    ),
    when=lambda node: node.namespace == "html" and bool(node.get("lang")) and has_words(node),
)
def lang_valid(node: Node) -> Hits:
    tag = node.get("lang")
    if not is_known(tag):
        yield node.fail("unknown", tag=tag, first=primary(tag))


def has_words(node: Node) -> bool:
    """Whether any words that somebody perceives take their language from this element."""
    return any(said.strip() for said in texts(node.page).get(node.index, ()))
