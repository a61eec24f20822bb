"""iframes-same-name: frames of one name show one thing."""

from __future__ import annotations

from mingwen.linting.alike import by_name
from mingwen.linting.dom import Node, Page
from mingwen.linting.embedded import embedded
from mingwen.linting.linked import same
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="iframes-same-name",
    name=Text("同名的框架要是同样的内容", "Frames of one name show one thing"),
    why=Text(
        "读屏用户靠名称决定要不要进一个框架；两个都叫“附件”，只能都进去听一遍。",
        "By its name a screen reader user decides whether to enter a frame. Two of one name must both be heard.",
    ),
    basis=("WCAG 2.2 4.1.2",),
    wcag=("4.1.2",),
    act=("4b1c6c",),
    on="iframe",
    says={
        "differ": Text(
            "有 {count} 个框架都叫“{words}”，内容不同。请人工确认：它们是一回事吗？不是就请改名。",
            "{count} frames are called {words!r} and hold different pages. Is it all the same? If not, rename them.",
        ),
    },
    bad=(Example("<iframe title=附件 src=a.html></iframe><iframe title=附件 src=b.html></iframe>", says="differ"),),
    good=(
        Example("<iframe title=附件 src=a.html></iframe><iframe title=附件 src=./a.html></iframe>"),
        Example("<iframe title=附件一 src=a.html></iframe><iframe title=附件二 src=b.html></iframe>"),
    ),
    when=lambda node: node.page.frame is None and is_exposed(node) and len(frames(node.page).get(key(node), ())) > 1,
)
def iframes_same_name(frame: Node) -> Hits:
    group = frames(frame.page)[key(frame)]
    if group[0] is frame and any(holds_other(frame, other) for other in group[1:]):
        yield frame.ask("differ", count=len(group), words=name(frame), quote=name(frame))


def key(frame: Node) -> str:
    """The name by which frames are brought together."""
    return name(frame).lower()


def frames(page: Page) -> dict[str, list[Node]]:
    """All frames of a page by name, those inside srcdoc too."""
    known: dict[str, list[Node]] | None = page.memory.get("frames")
    if known is None:
        pages = [page]
        for each in pages:
            pages.extend(embedded(each))
        known = page.memory["frames"] = by_name(
            node for each in pages for node in each.select("iframe") if is_exposed(node)
        )
    return known


def holds_other(one: Node, other: Node) -> bool:
    """Whether two frames may show different things."""
    sources = [
        ("srcdoc", it.get("srcdoc")) if "srcdoc" in it.attributes else ("src", it.get("src")) for it in (one, other)
    ]
    if sources[0] == sources[1]:
        return False
    return any(kind == "srcdoc" for kind, _ in sources) or not same(one.page, sources[0][1], sources[1][1])
