"""justified-text: words of an alphabet are not stretched to fill the line."""

from __future__ import annotations

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Node
from mingwen.linting.prose import alike, prose
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="justified-text",
    name=Text("英文正文不宜两端对齐", "Running text in English is not justified"),
    why=Text(
        "两端对齐会把词间空隙拉得忽宽忽窄，有阅读障碍的人读不顺。",
        "Justified lines have gaps of changing width, which people with dyslexia stumble over.",
    ),
    basis=("WCAG 2.2 1.4.8",),
    on="body",
    says={
        "justified": Text(
            "英文段落用了两端对齐，同样的有 {count} 段。请改成 text-align: start。",
            "Running text is justified, in {count} blocks. Use text-align: start.",
        ),
    },
    bad=(
        Example(
            "<body><p style='text-align:justify'>Bring your identity card and two photographs when you come.</p>",
            says="justified",
        ),
    ),
    good=(
        Example(
            "<body><p style='text-align:justify'>现将有关事项公告如下，请大家互相转告，按时办理，逾期不再受理。</p>"
        ),
        Example("<body><p>Bring your identity card and two photographs when you come.</p>"),
    ),
    when=lambda body: not lacks_sheets(body.page) and bool(prose(body.page)),
    level="advice",
)
def justified_text(body: Node) -> Hits:
    found = [each for each in prose(body.page) if each.style.get("text-align") == "justify" and not each.is_han]
    for each, count in alike(found):
        yield each.node.fail("justified", count=count, quote=each.text)
