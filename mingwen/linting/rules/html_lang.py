"""html-lang: the page says which language it is written in."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="html-lang",
    name=Text("网页要写明语言", "A page names its language"),
    why=Text(
        "读屏软件按 lang 选择发音；没有它，中文会被当作英文念。",
        "Screen readers choose the voice by lang; without it Chinese may be read as if it were English.",
    ),
    basis=("WCAG 2.2 3.1.1",),
    wcag=("3.1.1",),
    act=("b5c3f8",),
    on="html",
    says={
        "missing": Text(
            'html 元素没有 lang。请写 <html lang="zh-CN">。', 'The html element has no lang. Write <html lang="zh-CN">.'
        ),
        "empty": Text(
            'html 元素的 lang 是空的。请写 lang="zh-CN"。', 'The lang of the html element is empty. Write lang="zh-CN".'
        ),
        "xml-only": Text(
            "html 元素只写了 xml:lang，浏览器不看它。请加上 lang。",
            "The html element has only xml:lang, which browsers ignore. Add lang.",
        ),
    },
    bad=(
        Example("<html><title>公告</title>", says="missing"),
        Example("<html lang=' '><title>公告</title>", says="empty"),
        Example("<html xml:lang=zh-CN><title>公告</title>", says="xml-only"),
    ),
    good=(Example("<html lang=zh-CN><title>公告</title>"),),
    when=lambda html: html.parent is None,
)
def html_lang(html: Node) -> Hits:
    if "lang" not in html.attributes:
        yield html.fail("xml-only" if "xml:lang" in html.attributes else "missing", quote=html.start_tag or "<html>")
    elif not html.get("lang").strip():
        yield html.fail("empty")
