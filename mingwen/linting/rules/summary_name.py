"""summary-name: what opens and closes a passage says what is inside."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, is_natively_focusable
from mingwen.model import Text


@Rule(
    id="summary-name",
    name=Text("折叠按钮要有名字", "A summary has a name"),
    why=Text(
        "没有文字的折叠按钮，读者不知道展开后是什么。",
        "Nobody knows what a summary without words will open.",
    ),
    basis=("WCAG 2.2 4.1.2",),
    wcag=("4.1.2",),
    act=("2t702h",),
    on="details > summary",
    says={
        "empty": Text(
            "summary 是空的。请写出展开后是什么，如“申请条件”。",
            "The summary is empty. Say what it opens, such as “Who can apply”.",
        ),
    },
    bad=(Example("<details><summary></summary><p>正文</details>", says="empty"),),
    good=(
        Example("<details><summary>申请条件</summary><p>正文</details>"),
        Example("<details hidden><summary></summary></details>"),
    ),
    when=lambda summary: is_natively_focusable(summary) and is_exposed(summary),
)
def summary_name(summary: Node) -> Hits:
    if not name(summary):
        yield summary.fail("empty")
