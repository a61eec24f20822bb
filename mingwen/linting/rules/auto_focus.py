"""auto-focus: the page does not take the reader to a field."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_focusable
from mingwen.model import Text


@Rule(
    id="auto-focus",
    name=Text("不自动把光标放进输入框", "The page does not take the reader to a field"),
    why=Text(
        "读屏软件从输入框念起，前面的标题和说明都错过了；手机上还会弹出键盘。",
        "A screen reader begins at the field and leaves out what stands before it; on phones a keyboard pops up.",
    ),
    basis=("WCAG 2.2 2.4.3",),
    level="advice",
    on="[autofocus]",
    says={
        "jump": Text(
            "网页一打开，焦点就到了这里。请人工确认：这一页只为填它吗？不然请去掉 autofocus。",
            "The focus comes here when the page opens. Is the page only for this? If not, remove autofocus.",
        ),
    },
    bad=(Example("<h1>年度报告</h1><input aria-label=搜索 autofocus>", says="jump"),),
    good=(
        Example("<dialog open aria-label=登录><input aria-label=账号 autofocus></dialog>"),
        Example("<input aria-label=搜索 autofocus hidden>"),
    ),
    when=is_focusable,
)
def auto_focus(node: Node) -> Hits:
    if not inside(node, "dialog, [role=dialog], [popover]"):
        yield node.ask("jump")
