"""title-label: a label can be seen."""

from __future__ import annotations

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.names import labels
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.rules.field_name import FIELDS
from mingwen.linting.rules.placeholder_label import beside_button
from mingwen.linting.visibility import is_visible
from mingwen.model import Text


@Rule(
    id="title-label",
    name=Text("标签要看得见", "A label can be seen"),
    why=Text(
        "title 要用鼠标悬停才出现，触摸屏和键盘上看不到。",
        "A title shows only under the mouse, never on a touch screen or by keyboard.",
    ),
    basis=("WCAG 2.2 3.3.2", "WCAG Techniques H65"),
    level="advice",
    on="input[title], select[title], textarea[title]",
    says={
        "title": Text(
            "控件只用 title“{words}”作标签。请人工确认：看得见的人知道该填什么吗？最好加 label。",
            "The field's only label is its title {words!r}. Can everybody see what to enter? Better add a label.",
        ),
    },
    bad=(Example("<p><input title=身份证号>", says="title"),),
    good=(
        Example("<label>身份证号<input title=18位></label>"),
        Example("<form><input title=站内搜索><button>搜索</button></form>"),
        Example("<input type=submit title=提交>"),
    ),
    when=lambda field: role(field) in FIELDS and is_visible(field),
)
def title_label(field: Node) -> Hits:
    words = squeeze(field.get("title"))
    named = any(field.get(each).strip() for each in ("aria-label", "aria-labelledby", "placeholder")) or labels(field)
    if words and not named and not beside_button(field):
        yield field.ask("title", words=words)
