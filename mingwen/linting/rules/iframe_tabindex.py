"""iframe-tabindex: a frame with controls in it stays in the tab order."""

from __future__ import annotations

from mingwen.linting.cascade import author
from mingwen.linting.dom import Node, Page
from mingwen.linting.embedded import inner
from mingwen.linting.linked import read
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_inert, is_tabbable, is_visible, tabindex
from mingwen.model import Text

DOTS = frozenset({"0", "0px", "1", "1px"})


@Rule(
    id="iframe-tabindex",
    name=Text("有控件的框架要能用 Tab 键进入", "The Tab key enters a frame that holds controls"),
    why=Text(
        'iframe 写了 tabindex="-1"，只用键盘的人就够不到里面的链接和按钮。',
        'With tabindex="-1" on the iframe, who uses the keyboard only cannot reach the links and buttons in it.',
    ),
    basis=("WCAG 2.2 2.1.1", "WCAG 2.2 2.1.3"),
    wcag=("2.1.1", "2.1.3"),
    act=("akn7bn",),
    on="iframe[tabindex]",
    says={
        "out": Text(
            "这个 iframe 里有能操作的 {tag}，tabindex 却是 {number}。请去掉 tabindex。",
            "This iframe holds a {tag} to operate, but has tabindex {number}. Drop the tabindex.",
        ),
        "unknown": Text(
            "这个 iframe 的 tabindex 是 {number}，里面的页面没法查看。请人工确认：里面有链接或按钮吗？",
            "This iframe has tabindex {number}, and its page cannot be looked at. Does it hold links or buttons?",
        ),
    },
    bad=(
        Example("<iframe tabindex=-1 srcdoc='<a href=a>首页</a>'></iframe>", says="out"),
        Example("<iframe tabindex=-1 src=https://map.example/></iframe>", says="unknown"),
        Example(
            "<iframe tabindex=-1 src=map.html></iframe>",
            says="out",
            sheets=(("map.html", "<p><a href=a.html>首页</a>"),),
        ),
    ),
    good=(
        Example("<iframe tabindex=-1 src=map.html></iframe>", sheets=(("map.html", "<p>地图</p>"),)),
        Example("<iframe srcdoc='<a href=a>首页</a>'></iframe>"),
        Example("<iframe tabindex=-1 srcdoc='<h1>公告</h1>'></iframe>"),
        Example("<iframe tabindex=-1 hidden srcdoc='<a href=a>首页</a>'></iframe>"),
        Example("<iframe tabindex=-1 width=1 height=1 srcdoc='<a href=a>首页</a>'></iframe>"),
        Example("<iframe tabindex=-1 srcdoc='<a href=a tabindex=-1>首页</a>'></iframe>"),
    ),
    when=lambda frame: (tabindex(frame) or 0) < 0 and is_visible(frame) and not is_inert(frame) and not is_dot(frame),
)
def iframe_tabindex(frame: Node) -> Hits:
    page = inner(frame) or local(frame)
    if page:
        reached = next((node for node in page.nodes.values() if is_tabbable(node) and is_visible(node)), None)
        if reached:
            yield frame.fail("out", tag=reached.tag, number=tabindex(frame))
    elif frame.get("src").strip() not in {"", "about:blank"}:
        yield frame.ask("unknown", number=tabindex(frame))


def local(frame: Node) -> Page | None:
    """The page that src names, where it is at hand."""
    source = frame.get("src").strip()
    text = read(frame.page, source) if source and "srcdoc" not in frame.attributes else None
    return Page(text, frame.page.styles.locate(source, frame.page.path), frame.page.styles) if text else None


def is_dot(frame: Node) -> bool:
    """Whether the frame is no larger than a dot, which nobody sees."""
    return any((author(frame, side) or frame.get(side).strip()) in DOTS for side in ("width", "height"))
