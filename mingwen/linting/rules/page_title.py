"""page-title: the page has a title that is not empty."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="page-title",
    name=Text("网页要有标题", "A page has a title"),
    why=Text(
        "读屏软件先念标题；标签页、历史记录和搜索结果里也只看得到它。",
        "It is what a screen reader says first, and all that tabs, histories and search results show.",
    ),
    basis=("WCAG 2.2 2.4.2",),
    wcag=("2.4.2",),
    act=("2779a5",),
    on="html",
    says={
        "missing": Text(
            "网页没有 title。请写上，如“2023 年法治政府建设年度报告 - 样例市司法局”。",
            "The page has no title. Add one that names the document and the site.",
        ),
        "empty": Text(
            "title 是空的。请写上文件名称和网站名称。",
            "The title is empty. Write the name of the document and of the site.",
        ),
    },
    bad=(
        Example("<html lang=zh-CN><p>正文", says="missing"),
        Example("<html lang=zh-CN><title> </title><p>正文", says="empty"),
        Example("<html lang=zh-CN><svg><title>图</title></svg>", says="missing"),
    ),
    good=(Example("<html lang=zh-CN><title>年度报告</title>"),),
    when=lambda html: html.parent is None,
)
def page_title(html: Node) -> Hits:
    titles = [title for title in html.all("title") if title.namespace == "html"]
    if not titles:
        yield html.fail("missing", quote=html.start_tag or "<html>")
    elif not titles[0].text:
        yield titles[0].fail("empty", quote="<title></title>")
