"""hidden-focus: nothing that is hidden from screen readers takes the focus."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.guards import is_guard
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.scripts import handles_focus
from mingwen.linting.visibility import first_tabbable, is_aria_hidden, is_tabbable
from mingwen.model import Text


@Rule(
    id="hidden-focus",
    name=Text("对读屏隐藏的内容不得得到焦点", "What is hidden from screen readers takes no focus"),
    why=Text(
        "按 Tab 键会停在一个读屏软件不说话的地方，用户不知道自己在哪里。",
        "The Tab key stops where the screen reader says nothing, and the user is lost.",
    ),
    basis=("WCAG 2.2 4.1.2",),
    wcag=("4.1.2",),
    act=("6cfa84",),
    on='[aria-hidden="true"]',
    says={
        "reached": Text(
            'aria-hidden="true" 里的 {tag} 仍能用 Tab 键走到。请去掉 aria-hidden，或让它不能得到焦点。',
            'The Tab key reaches the {tag} within aria-hidden="true". Drop aria-hidden, or take it out of the order.',
        ),
        "script": Text(
            "aria-hidden 里的 {tag} 能用 Tab 键走到，页面脚本也在管焦点。请人工确认：焦点会不会立刻移走？",
            "The Tab key reaches the {tag} within aria-hidden, and a script handles focus. Does it move on at once?",
        ),
    },
    bad=(
        Example("<div aria-hidden=true><a href=a>首页</a></div>", says="reached"),
        Example("<p aria-hidden=true tabindex=0>首页</p>", says="reached"),
        Example("<p aria-hidden=true tabindex=0 onfocus='next()'>首页</p>", says="script"),
        Example("<p aria-hidden=true tabindex=0 onfocus='gone.focus()'>首页</p>", says="script"),
    ),
    good=(
        Example("<div aria-hidden=true hidden=until-found><a href=a>首页</a></div>"),
        Example("<div aria-hidden=true style='content-visibility:hidden'><a href=a>首页</a></div>"),
        Example("<div aria-hidden=true><a href=a tabindex=-1>首页</a></div>"),
        Example("<div aria-hidden=true><button disabled>搜索</button></div>"),
        Example("<p aria-hidden=true tabindex=0 onfocus='name.focus()'>返回</p><input id=name aria-label=姓名>"),
        Example(
            "<button id=first>关闭</button><p id=end aria-hidden=true tabindex=0></p><script>"
            "const end = document.getElementById('end');\nend.addEventListener('focus', () => { first.focus() })"
            "</script>"
        ),
        Example("<div aria-hidden=true style='display:none'><a href=a>首页</a></div>"),
    ),
    when=lambda node: not (node.parent and is_aria_hidden(node.parent)),
)
def hidden_focus(node: Node) -> Hits:
    reached = node if is_tabbable(node) else first_tabbable(node)
    if reached and not handles_focus(node.page):
        yield reached.fail("reached", tag=reached.tag)
    elif reached:
        caught = (each for each in (node, *node.descendants) if is_tabbable(each) and not is_guard(each))
        if stays := next(caught, None):
            yield stays.ask("script", tag=stays.tag)
