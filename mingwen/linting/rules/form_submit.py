"""form-submit: a form has a button to send it."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="form-submit",
    name=Text("表单要有提交按钮", "A form has a button to send it"),
    why=Text(
        "没有按钮，用语音和开关设备的人不知道怎样提交。",
        "Without a button, people who use speech or switches do not know how to send it.",
    ),
    basis=("WCAG 2.2 3.2.2", "WCAG Techniques H32"),
    wcag=("3.2.2",),
    on="form",
    says={
        "none": Text(
            "表单里没有按钮。请人工确认：怎样提交？请加 <button>提交</button>。",
            "There is no button in this form. How is it sent? Add <button>Send</button>.",
        ),
    },
    bad=(Example("<form><label>姓名<input></label></form>", says="none"),),
    good=(
        Example("<form><label>姓名<input></label><button>提交</button></form>"),
        Example("<form id=f><label>姓名<input></label></form><button form=f>提交</button>"),
        Example("<form><input type=hidden name=a></form>"),
        Example("<form><label>姓名<input></label><a href='javascript:send()'>提交</a></form>"),
    ),
    when=lambda form: is_exposed(form),
)
def form_submit(form: Node) -> Hits:
    fields = [field for field in form.all("input, select, textarea") if role(field) and is_exposed(field)]
    if not any(field.get("type").lower() not in {"button", "submit", "image", "reset", "hidden"} for field in fields):
        return
    if form.has(
        "button, input[type=submit i], input[type=image i], input[type=button i], [role=button], [onclick], a[href]"
    ):
        return
    if not (form.id and form.page.select("button[form], input[form]")):
        yield form.ask("none")
