"""label-descriptive: a label says what to enter."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.names import content, owned_labels
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, is_visible
from mingwen.linting.words import words
from mingwen.model import Text

PLACEHOLDERS = words("label labels 标签 字段 表单项 undefined null none field field1 label1 input1")
# The name of another kind of control, or of the field's own kind.
KINDS = words("menu button link input field text textbox textfield 菜单 按钮 链接 输入 请输入 输入框 文本框 文本")
# Orders, which name no datum.
COMMANDS = words("go submit ok click send next 提交 确定 点击 下一步 发送")
TYPED = words("textbox searchbox combobox listbox spinbutton")


@Rule(
    id="label-descriptive",
    name=Text("标签要说明该填什么", "A label says what to enter"),
    why=Text(
        "“输入框”“菜单”这样的标签，没有告诉读者要填姓名还是电话。",
        "“Input” or “menu” does not tell whether a name or a number is wanted.",
    ),
    basis=("WCAG 2.2 2.4.6", "WCAG Techniques G131"),
    wcag=("2.4.6",),
    act=("cc0f0a",),
    on="input, select, textarea, [role]",
    says={
        "placeholder": Text(
            "标签只写了“{words}”，是没改的占位文字。请写出要填什么。",
            "The label only says {words!r}, which was left over. Say what to enter.",
        ),
        "command": Text(
            "标签“{words}”是按钮的话，没有说要填什么。请给它自己的标签。",
            "The label {words!r} is what a button says, not what to enter. Give the field a label of its own.",
        ),
        "vague": Text(
            "标签只写了“{words}”。请人工确认：读者知道要填什么吗？",
            "The label only says {words!r}. Does it tell what to enter?",
        ),
    },
    bad=(
        Example("<label>标签<input></label>", says="placeholder"),
        Example("<label for=a>输入框：</label><input id=a>", says="vague"),
        Example("<button id=a>Go</button><input aria-labelledby=a>", says="command"),
    ),
    good=(
        Example("<label>姓名<input></label>"),
        Example("<label>确认<input type=checkbox></label>"),
        Example("<input aria-label=输入框>"),
    ),
    when=lambda node: role(node) in TYPED and is_exposed(node),
)
def label_descriptive(field: Node) -> Hits:
    words = visible_label(field)
    bare = re.sub(r"[\s:：*＊()（）]+", "", words).lower()
    if bare in PLACEHOLDERS:
        yield field.fail("placeholder", words=words)
    elif bare in COMMANDS:
        yield field.fail("command", words=words)
    elif bare in KINDS:
        yield field.ask("vague", words=words)


def visible_label(field: Node) -> str:
    """The words of the labels that can be seen."""
    if "aria-labelledby" in field.attributes:
        targets = [field.page.find(id_) for id_ in field.get("aria-labelledby").split()]
    else:
        targets = list(owned_labels(field).get(field.index, ())) if field.page.select("label") else []
    return squeeze(" ".join(content(target, within=field) for target in targets if target and is_visible(target)))
