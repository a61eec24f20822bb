"""frame-title: the parts of a frameset have names."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="frame-title",
    name=Text("框架页的每一格要有名字", "Each part of a frameset has a name"),
    why=Text(
        "读屏软件把每个 frame 当一页来念，没有名字就分不出哪个是正文。",
        "Screen readers treat each frame as a page; without names nobody knows which holds the text.",
    ),
    basis=("WCAG 2.2 4.1.2", "WCAG 2.2 2.4.1", "WCAG Techniques H64"),
    wcag=("4.1.2",),
    on="frame",
    says={
        "no-title": Text(
            "frame 没有 title。请写上它的内容；框架页早已废止，最好改成普通网页。",
            "The frame has no title. Say what it holds; framesets are obsolete, so better make it a plain page.",
        ),
    },
    bad=(Example("<html><frameset><frame src=menu.html></frameset></html>", says="no-title"),),
    good=(Example("<html><frameset><frame src=menu.html title=导航></frameset></html>"),),
)
def frame_title(frame: Node) -> Hits:
    if not frame.get("title").strip() and not frame.get("aria-label").strip():
        yield frame.fail("no-title")
