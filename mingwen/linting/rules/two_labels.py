"""two-labels: a field has one label."""

from __future__ import annotations

from mingwen.linting.dom import Node, cut
from mingwen.linting.names import owned_labels
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="two-labels",
    name=Text("一个控件一个 label", "A field has one label"),
    why=Text(
        "有的读屏软件只念第一个，有的两个连着念。",
        "Some screen readers say the first only, others say both in one breath.",
    ),
    basis=("WCAG Techniques H44",),
    level="advice",
    on="input, select, textarea",
    says={
        "two": Text(
            "控件有 {count} 个 label：“{words}”。请人工确认：是不是指错了？说明文字请用 aria-describedby。",
            "The field has {count} labels: {words!r}. Is one misplaced? Use aria-describedby for a hint.",
        ),
    },
    bad=(Example("<label for=a>姓名</label><label for=a>必填</label><input id=a>", says="two"),),
    good=(
        Example("<label for=a>姓名</label><input id=a>"),
        Example("<label for=a>姓名</label><label for=a hidden>必填</label><input id=a>"),
    ),
    when=lambda field: bool(role(field)) and bool(field.page.select("label")),
)
def two_labels(field: Node) -> Hits:
    own = [label for label in owned_labels(field).get(field.index, ()) if is_exposed(label) and label.has_text]
    if len(own) > 1:
        words = " / ".join(label.text for label in own)
        yield field.ask("two", count=len(own), words=cut(words))
