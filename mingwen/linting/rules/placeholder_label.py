"""placeholder-label: a label does not vanish when one types."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.names import labels
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

# What a search field is for is plain to see.
SEARCH = re.compile(r"搜索|检索|搜一|查找|关键[字词]|search", re.IGNORECASE)


@Rule(
    id="placeholder-label",
    name=Text("提示文字不能当标签", "A label does not vanish when one types"),
    why=Text(
        "一输入提示就没了，记性不好的人不知道这格该填什么；它的颜色又往往太浅。",
        "It is gone with the first letter typed, when a poor memory needs it most, and it is often too pale.",
    ),
    basis=("WCAG 2.2 3.3.2", "WCAG Techniques H44"),
    wcag=("3.3.2",),
    on="input[placeholder], textarea[placeholder]",
    says={
        "only": Text(
            "输入框只有提示文字“{words}”，没有标签。请人工确认：填了以后还知道是什么吗？最好加 label。",
            "The field has only the placeholder {words!r}. Once filled in, is it clear what it is? Better add a label.",
        ),
    },
    bad=(Example("<input placeholder=请输入手机号>", says="only"),),
    good=(
        Example("<label>手机号<input placeholder=11位数字></label>"),
        Example("<input type=search placeholder=搜索 title=站内搜索>"),
        Example("<form role=search><input placeholder=请输入关键字><button>搜索</button></form>"),
    ),
    when=lambda field: role(field) != "" and is_exposed(field),
)
def placeholder_label(field: Node) -> Hits:
    given = squeeze(field.get("placeholder"))
    named = any(field.get(each).strip() for each in ("title", "aria-label", "aria-labelledby")) or labels(field)
    if given and not named and not SEARCH.search(given) and not beside_button(field):
        yield field.ask("only", words=given)


def beside_button(field: Node) -> bool:
    """The one text field of a form with a button: what the button says tells what it is for (WCAG technique G167)."""
    form = field.closest("form, [role=search], search")
    if form is None:
        return False
    fields = [
        each for each in form.all("input, textarea, select") if role(each) in {"textbox", "searchbox", "combobox"}
    ]
    return len(fields) == 1 and form.has("button, input[type=submit i], input[type=button i], input[type=image i]")
