"""definition-list: terms and definitions stand in a dl, and nothing else does."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

# What says something without a text of its own.
EMBEDDED = "img, canvas, svg, video, audio, object, embed, iframe, input, button, select, textarea, [aria-label]"
INSIDE_DL = frozenset({"dt", "dd", "div", "script", "template", "style"})


@Rule(
    id="definition-list",
    name=Text("术语列表要写得规整", "Terms and definitions stand in a dl"),
    why=Text(
        "dl、dt、dd 搭配错了，读屏软件说不出哪句解释哪个词。",
        "Where dl, dt and dd do not fit, a screen reader cannot tell which words explain which.",
    ),
    basis=("WCAG 2.2 1.3.1", "HTML Standard 4.4.9 dl"),
    wcag=("1.3.1",),
    on="dl, dt, dd",
    says={
        "foreign": Text(
            "dl 里直接放了 {tag}。dl 里只能有 dt、dd，或包着它们的 div。",
            "There is a {tag} directly in this dl, which holds dt, dd, or a div around them.",
        ),
        "no-term": Text(
            "dl 以 dd 开头，没有说明解释的是什么。请在前面加 dt。",
            "The dl begins with a dd, which explains nothing. Put a dt before it.",
        ),
        "empty-term": Text(
            "dl 的第一个 dt 是空的，读屏用户不知道说的是什么。请人工确认：脚本会填上吗？不会就写上，或改用 p、div。",
            "The first dt of this dl is empty, so that nothing is said to be explained. Does a script fill it in? "
            "If not, write it, or use p or div.",
        ),
        "outside": Text(
            "{tag} 不在 dl 里。请在外面加上 dl，或改用 p、div。",
            "This {tag} is in no dl. Put a dl around it, or use p or div.",
        ),
    },
    bad=(
        Example("<dl><p>来源</p><dt>发布机构<dd>样例市司法局</dl>", says="foreign"),
        Example("<dl><dd>样例市司法局</dl>", says="no-term"),
        Example("<dl><dt></dt><dd>当前位置：首页</dl>", says="empty-term"),
        Example("<div><dt>来源</dt></div>", says="outside"),
    ),
    good=(
        Example("<dl><dt>来源<dd>本站</dl>"),
        Example("<dl><div><dt>来源<dd>本站</div></dl>"),
        Example("<dl role=presentation><p>来源</dl>"),
        Example("<dl><dt><canvas width=132 height=132></canvas></dt><dd>扫一扫在手机打开当前页</dl>"),
        Example("<dl><dt><input type=button value=搜索></dt><dd>请输入关键词</dl>"),
    ),
    when=lambda node: node.namespace == "html" and is_exposed(node) and node.has_text and "role" not in node.attributes,
)
def definition_list(node: Node) -> Hits:
    if node.tag != "dl":
        parent = node.parent
        outer = parent.parent if parent and parent.tag == "div" else parent
        if outer is None or (outer.tag != "dl" and "role" not in outer.attributes and parent and parent.tag != "dl"):
            before = next((each for each in parent.children if each.tag in {"dt", "dd"}), None) if parent else None
            if before is node:
                yield node.fail("outside", tag=node.tag, quote=node.text)
        return
    inside = [child for child in node.children if is_exposed(child) and child.has_text]
    wrong = next((child for child in inside if child.tag not in INSIDE_DL and "-" not in child.tag), None)
    if wrong:
        yield wrong.fail("foreign", tag=wrong.tag)
    elif inside and inside[0].tag == "dd":
        empty = next((child for child in node.children if is_exposed(child) and child.tag in {"dt", "dd"}), None)
        if empty is None or empty.tag == "dd":
            yield node.fail("no-term", quote=node.text)
        elif not empty.has(EMBEDDED):
            yield node.ask("empty-term", quote=node.text)
