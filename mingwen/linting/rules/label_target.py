"""label-target: a label belongs to a field."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import is_labelable
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="label-target",
    name=Text("label 要指向能填的控件", "A label belongs to a field"),
    why=Text(
        "指错了地方的 label 不会被念出，点它也选不中控件。",
        "A label that leads to no field is not read with it, and clicking it does nothing.",
    ),
    basis=("WCAG 2.2 1.3.1", "WCAG Techniques H44"),
    wcag=("1.3.1",),
    on="label[for]",
    says={
        "no-field": Text(
            "label 的 for 指向 {tag}，它不是能填的控件。请改成控件的 id。",
            "The label's for leads to a {tag}, which is no field. Write the id of the field.",
        ),
    },
    bad=(Example("<label for=a>姓名</label><div id=a><input></div>", says="no-field"),),
    good=(
        Example("<label for=a>姓名</label><input id=a>"),
        Example("<label for=a>姓名</label>"),
        Example("<label for=a>内容</label><div id=a contenteditable role=textbox aria-label=内容></div>"),
    ),
    when=is_exposed,
)
def label_target(label: Node) -> Hits:
    target = label.page.find(label.get("for"))
    if target is None or target.namespace != "html" or is_labelable(target) or not label.has_text:
        return
    if "-" not in target.tag and "role" not in target.attributes:
        yield label.fail("no-field", tag=target.tag)
