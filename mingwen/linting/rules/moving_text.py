"""moving-text: no text moves or blinks for ever."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text


@Rule(
    id="moving-text",
    name=Text("文字不得滚动、闪烁", "No text moves or blinks for ever"),
    why=Text(
        "读得慢的人追不上滚动的字；闪动的东西让人没法读旁边的内容。",
        "Slow readers cannot keep up with moving words, and nobody can read beside something that blinks.",
    ),
    basis=("WCAG 2.2 2.2.2", "WCAG Techniques F16", "WCAG Techniques F47"),
    wcag=("2.2.2",),
    on="marquee, blink",
    says={
        "moves": Text(
            "{tag} 里的内容一直在动，读者停不下来。请改成静止的文字或列表。",
            "What stands in this {tag} keeps moving, and readers cannot stop it. Make it still text or a list.",
        ),
    },
    bad=(Example("<marquee>欢迎访问样例市司法局</marquee>", says="moves"),),
    good=(Example("<p>欢迎访问样例市司法局"), Example("<marquee hidden>欢迎</marquee>")),
    when=lambda node: not is_hidden(node) and (node.has_text or node.has("img")),
)
def moving_text(node: Node) -> Hits:
    yield node.fail("moves", tag=node.tag, quote=node.text)
