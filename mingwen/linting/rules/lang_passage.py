"""lang-passage: a passage is in the language that its lang says."""

from __future__ import annotations

from mingwen.linting.detection import agree
from mingwen.linting.dom import Node
from mingwen.linting.languages import is_known
from mingwen.linting.passages import guess, is_judged
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="lang-passage",
    name=Text("段落语言要与文字相符", "A passage is in the language that its lang says"),
    why=Text(
        "英文段落标成中文，读屏软件就用中文语音念英文，听不懂。",
        "An English passage that says it is Chinese is read with a Chinese voice, and nobody understands it.",
    ),
    basis=("WCAG 2.2 3.1.2",),
    wcag=("3.1.2",),
    act=("off6ek",),
    on="body[lang], body [lang]",
    says={
        "differs": Text(
            "这一段标的语言是“{tag}”，文字却是“{found}”。请改正 lang，或去掉它。",
            "This passage says that it is in {tag!r}, but its words are in {found!r}. Correct the lang, or drop it.",
        ),
        "unsure": Text(
            "这一段标的语言是“{tag}”，文字不像这种语言。请人工确认。",
            "This passage says that it is in {tag!r}, but does not look like it. Is it?",
        ),
    },
    bad=(
        Example("<p lang=zh>The rule of law is the basis of all that we do.", says="differs"),
        Example("<div lang=fr><p lang=''>The rule of law is the basis of all that we do.</div>", says="differs"),
        Example("<iframe lang=fr srcdoc='The rule of law is the basis of all that we do.'></iframe>", says="differs"),
        Example("<p lang=nl>Bonne année !", says="unsure"),
    ),
    good=(
        Example("<p lang=en>The rule of law is the basis of all that we do."),
        Example("<p lang=fr>Bonne année !"),
        Example("<p lang=en>Ministry Justice"),
        Example("<p lang=zh hidden>The rule of law is the basis of all that we do."),
    ),
    when=lambda node: node.namespace == "html" and is_known(node.get("lang")) and guess(node).words > 0,
)
def lang_passage(passage: Node) -> Hits:
    tag, found = passage.get("lang"), guess(passage)
    if found.language and not agree(found.language, tag):
        yield passage.fail("differs", tag=tag, found=found.language)
    elif not found.language and found.words > 1 and is_judged(tag) and found.scores and not found.speaks_for(tag):
        yield passage.ask("unsure", tag=tag)
