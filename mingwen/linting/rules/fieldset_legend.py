"""fieldset-legend: a group of fields has a name."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="fieldset-legend",
    name=Text("一组字段要有名称", "A group of fields has a name"),
    why=Text(
        "fieldset 没有 legend，读屏软件只念“分组”，读者不知道是哪一组。",
        "Without a legend a screen reader says only “group”, and nobody knows which.",
    ),
    basis=("WCAG 2.2 1.3.1", "WCAG Techniques H71"),
    wcag=("1.3.1",),
    on="fieldset",
    says={
        "none": Text(
            "fieldset 没有 legend。请人工确认：若这些字段自成一组，请写 legend；否则不要用 fieldset。",
            "The fieldset has no legend. If its fields form a group, name it in a legend; if not, use no fieldset.",
        ),
    },
    bad=(Example("<fieldset><label>姓名<input></label><label>电话<input></label></fieldset>", says="none"),),
    good=(
        Example("<fieldset><legend>申请人</legend><label>姓名<input></label></fieldset>"),
        Example("<fieldset aria-label=申请人><label>姓名<input></label></fieldset>"),
    ),
    when=lambda node: is_exposed(node) and role(node) == "group",
)
def fieldset_legend(fieldset: Node) -> Hits:
    if not name(fieldset) and fieldset.has("input:not([type=hidden]), select, textarea"):
        yield fieldset.ask("none")
