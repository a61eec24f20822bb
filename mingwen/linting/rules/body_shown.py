"""body-shown: the page can be read before any script has run."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text


@Rule(
    id="body-shown",
    name=Text("正文不得靠脚本才显示", "The page shows without scripts"),
    why=Text(
        "脚本没有跑完或被拦下，读者看到的就是一张白页；藏起来的内容也没法检查。",
        "Where the script fails or is blocked, readers see an empty page; and what is hidden cannot be checked.",
    ),
    basis=("Progressive enhancement",),
    on="body",
    says={
        "hidden": Text(
            "整页用样式藏了起来，要等脚本显示。请人工确认：没有脚本时看得到正文吗？藏着的内容没有查。",
            "The page is hidden by CSS until a script shows it. Is it readable without? What it hides was not checked.",
        ),
    },
    bad=(Example("<body style='visibility: hidden'><p>正文", says="hidden"),),
    good=(Example("<body><p>正文"),),
)
def body_shown(body: Node) -> Hits:
    if is_hidden(body):
        yield body.ask("hidden")
