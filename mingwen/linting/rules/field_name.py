"""field-name: a form field has a label."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.linting.words import words
from mingwen.model import Text

FIELDS = words(
    "checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton switch textbox"
)


@Rule(
    id="field-name",
    name=Text("表单控件要有标签", "A form field has a label"),
    why=Text("没有标签，读屏用户不知道该填什么。", "Without a label, screen reader users do not know what to enter."),
    basis=("WCAG 2.2 4.1.2", "GB/T 37668-2019 3.2.1.3"),
    wcag=("4.1.2",),
    act=("e086e5",),
    on="input, select, textarea, [role]",
    says={
        "empty": Text(
            '表单控件没有标签。请加 <label for="…">，写明要填什么。',
            'The field has no label. Add <label for="…"> that says what to enter.',
        ),
    },
    bad=(
        Example("<p>姓名：<input>", says="empty"),
        Example("<select><option>男</select>", says="empty"),
        Example("<div role=checkbox aria-checked=false tabindex=0></div>", says="empty"),
    ),
    good=(
        Example("<label for=a>姓名</label><input id=a>"),
        Example("<label>姓名<input></label>"),
        Example("<input title=站内搜索>"),
        Example("<input type=hidden><input type=submit>"),
    ),
    when=lambda node: role(node) in FIELDS and is_exposed(node),
)
def field_name(field: Node) -> Hits:
    if not name(field):
        yield field.fail("empty")
