"""all-capitals: running text is not set in capitals."""

from __future__ import annotations

import re

from mingwen.linting.cascade import lacks_sheets
from mingwen.linting.dom import Node
from mingwen.linting.prose import alike, blocks
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.shown_text import texts
from mingwen.model import Text

WORD = re.compile(r"[A-Za-z]{2,}")
# More words than this are a sentence, not a heading or an abbreviation.
FEW = 7


@Rule(
    id="all-capitals",
    name=Text("英文整句不宜全大写", "Sentences are not set in capitals"),
    why=Text(
        "全大写的词没有高低起伏，读得慢；有的读屏软件会一个字母一个字母地念。",
        "Words in capitals have no outline and read slowly; some screen readers spell them letter by letter.",
    ),
    basis=("WCAG 2.2 1.4.8",),
    on="body",
    says={
        "styled": Text(
            "样式把整句英文变成了大写，同样的有 {count} 处。请去掉 text-transform: uppercase。",
            "The style sets a sentence in capitals, {count} times. Drop text-transform: uppercase.",
        ),
        "typed": Text(
            "整句英文是用大写字母打的。请按普通大小写来写，需要时用样式突出。",
            "A sentence is typed in capitals. Write it in ordinary case, and stress it by style where needed.",
        ),
    },
    bad=(
        Example(
            "<body><p style='text-transform:uppercase'>Please bring your identity card when you come here</p>",
            says="styled",
        ),
        Example("<body><p>PLEASE BRING YOUR IDENTITY CARD WHEN YOU COME</p>", says="typed"),
    ),
    good=(
        Example("<body><p style='text-transform:uppercase'>Contact us</p>"),
        Example("<body><p>WTO, WHO, UNESCO</p>"),
        Example("<body><p>Please bring your identity card when you come here</p>"),
    ),
    when=lambda body: bool(texts(body.page)),
    level="advice",
)
def all_capitals(body: Node) -> Hits:
    found = blocks(body.page)
    if not WORD.search("".join([each.text for each in found]).encode("ascii", "ignore").decode()):
        return
    sentences = [each for each in found if WORD.search(each.text) and len(WORD.findall(each.text)) > FEW]
    styled = [each for each in sentences if each.style.get("text-transform") == "uppercase"]
    for each, count in alike([] if lacks_sheets(body.page) else styled):
        yield each.node.fail("styled", count=count, quote=each.text)
    for each in sentences:
        if each not in styled and each.text.isupper():
            yield each.node.fail("typed", quote=each.text)
