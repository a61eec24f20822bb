"""html-lang-valid: the language of the page is a language that exists."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.languages import is_known, primary
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="html-lang-valid",
    name=Text("网页的语言代码要有效", "The page's language tag is valid"),
    why=Text(
        "读屏软件不认识的代码等于没写：内容会用错误的发音念出来。",
        "A tag that screen readers do not know is as good as none: the page is read with the wrong voice.",
    ),
    basis=("WCAG 2.2 3.1.1",),
    wcag=("3.1.1",),
    act=("bf051a",),
    on="html[lang]",
    says={
        "unknown": Text(
            "语言代码“{tag}”的“{first}”不是已登记的语言。中文请写 zh-CN。",
            "In the language tag {tag!r}, {first!r} is no registered language. For Chinese write zh-CN.",
        ),
    },
    bad=(
        Example("<html lang=cn><title>公告</title>", says="unknown"),
        Example("<html lang=chinese><title>公告</title>", says="unknown"),
    ),
    good=(
        Example("<html lang=zh-Hans-CN><title>公告</title>"),
        Example("<html lang=yue><title>公告</title>"),
    ),
    when=lambda html: html.parent is None and bool(html.get("lang").strip()),
)
def html_lang_valid(html: Node) -> Hits:
    tag = html.get("lang").strip()
    if not is_known(tag):
        yield html.fail("unknown", quote=tag, tag=tag, first=primary(tag))
