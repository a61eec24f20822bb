"""radio-group: choices that belong together have a question over them."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="radio-group",
    name=Text("一组选项要写出问题", "Choices that belong together have a question"),
    why=Text(
        "读屏软件只念“是”“否”，不知道在问什么。",
        "A screen reader says only “yes” and “no”, not what is asked.",
    ),
    basis=("WCAG 2.2 1.3.1", "WCAG Techniques H71"),
    wcag=("1.3.1",),
    on="input[type=radio i][name]",
    says={
        "alone": Text(
            "这组单选按钮没有放进 fieldset。请人工确认：只听选项，知道在问什么吗？可用 fieldset 和 legend 写出问题。",
            "These radio buttons are in no fieldset. Do the choices alone tell what is asked? "
            "Put the question in a fieldset with a legend.",
        ),
    },
    bad=(
        Example(
            "<p>性别<label><input type=radio name=a>男</label><label><input type=radio name=a>女</label>", says="alone"
        ),
    ),
    good=(
        Example(
            "<fieldset><legend>性别</legend><label><input type=radio name=a>男</label>"
            "<label><input type=radio name=a>女</label></fieldset>"
        ),
        Example(
            "<div role=group aria-label=性别><input type=radio name=a aria-label=男><input type=radio name=a></div>"
        ),
        Example("<label><input type=radio name=a>同意</label>"),
    ),
    when=is_exposed,
)
def radio_group(radio: Node) -> Hits:
    group = groups(radio)[radio.get("name")]
    if group[0] is radio and len(group) > 1 and not inside(radio, "fieldset, [role=radiogroup], [role=group]"):
        yield radio.ask("alone")


def groups(any_node: Node) -> dict[str, list[Node]]:
    """All radio buttons of the page by their name."""
    known: dict[str, list[Node]] | None = any_node.page.memory.get("radios")
    if known is None:
        known = any_node.page.memory["radios"] = {}
        for radio in any_node.page.select("input[type=radio i][name]"):
            known.setdefault(radio.get("name"), []).append(radio)
    return known
