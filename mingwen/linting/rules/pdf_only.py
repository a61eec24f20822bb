"""pdf-only: what a PDF says stands on the page too."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import passages
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text

# A page with fewer words of its own is only a frame for the file. Characters.
ENOUGH = 200


@Rule(
    id="pdf-only",
    name=Text("内容不要只放 PDF", "What a PDF says stands on the page too"),
    why=Text(
        "手机上看 PDF 要左右拖，放大就更难；扫描的 PDF 读屏软件一个字也念不出。",
        "On a phone a PDF must be dragged about, and of a scanned one a screen reader says nothing.",
    ),
    basis=("WCAG 2.2 1.3.1", "WCAG 2.2 1.4.10"),
    level="advice",
    on="iframe[src], embed[src], object[data]",
    says={
        "embedded": Text(
            "内容嵌在 PDF 里，网页上几乎没有正文。请人工确认：能把全文也写在网页上吗？",
            "The content is in an embedded PDF, and the page has hardly any text. Can all of it be on the page too?",
        ),
    },
    bad=(Example("<h1>年度报告</h1><embed src=a.pdf>", says="embedded"),),
    good=(
        Example("<h1>年度报告</h1><p>" + "我局坚持依法行政。" * 30 + "<embed src=a.pdf>"),
        Example("<h1>年度报告</h1><iframe src=a.html title=报告></iframe>"),
    ),
    when=lambda node: not is_hidden(node),
)
def pdf_only(node: Node) -> Hits:
    address = node.get("src") or node.get("data")
    if ".pdf" not in address.lower() and "pdf" not in node.get("type").lower():
        return
    if node.page.once("plain characters", lambda: plain_characters(node)) < ENOUGH:
        yield node.ask("embedded")


def plain_characters(any_node: Node) -> int:
    """How many characters the page has in passages that are more than links."""
    return sum(len(passage.text) for passage in passages(any_node) if passage.is_plain)
