"""required-mark: a field that must be filled in says so to programs too."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="required-mark",
    name=Text("必填项不能只标星号", "A required field says so to programs too"),
    why=Text(
        "读屏软件往往不念星号；红色的星号，色盲的人也看不出特别。",
        "Screen readers often leave the asterisk out, and its red means nothing to who is colour-blind.",
    ),
    basis=("WCAG 2.2 3.3.2", "WCAG 2.2 1.3.1", "WCAG Techniques H90", "WCAG Techniques F81"),
    wcag=("3.3.2",),
    on="label",
    says={
        "star": Text(
            "标签“{words}”标了星号，控件没有 required。请人工确认：若必填，请加 required，并说明星号的意思。",
            "The label {words!r} has an asterisk, its field no required. If it must be filled in, add required.",
        ),
    },
    bad=(Example("<label for=a>姓名<span style='color:red'>*</span></label><input id=a>", says="star"),),
    good=(
        Example("<label for=a>姓名*</label><input id=a required>"),
        Example("<label for=a>姓名（必填）</label><input id=a>"),
        Example("<label for=a>姓名</label><input id=a>"),
    ),
    when=is_exposed,
)
def required_mark(label: Node) -> Hits:
    words = label.text
    if not words.strip(" :：").endswith(("*", "＊")) and not words.startswith(("*", "＊")):
        return
    field = next((each for each in owned(label)), None)
    if field and "required" not in field.attributes and field.get("aria-required").lower() != "true":
        yield label.ask("star", words=words, quote=words)


def owned(label: Node) -> list[Node]:
    """The field that the label belongs to."""
    if "for" in label.attributes:
        found = label.page.find(label.get("for"))
        return [found] if found else []
    return label.all("input, select, textarea")[:1]
