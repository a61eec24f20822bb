"""meta-refresh: the page does not reload or leave by itself after a while."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.refresh import LONGEST, delay, is_first_valid
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="meta-refresh",
    name=Text("网页不得定时刷新或跳转", "A page does not reload or leave by itself"),
    why=Text(
        "读得慢的人还没读完就被带走，读屏软件会从头再念。",
        "Slow readers are taken away before they have finished, and screen readers start again.",
    ),
    basis=("WCAG 2.2 2.2.1",),
    wcag=("2.2.1",),
    act=("bc659a",),
    on="meta[http-equiv=refresh i][content]",
    says={
        "timed": Text(
            "网页会在 {seconds} 秒后自己刷新或跳转。请去掉它；要转到新网址，请用服务器重定向或 0 秒。",
            "The page reloads or leaves after {seconds} seconds. Remove this; to move a page, redirect on the server.",
        ),
    },
    bad=(Example('<meta http-equiv=refresh content="5; url=index.html">', says="timed"),),
    good=(
        Example('<meta http-equiv=refresh content="0; url=index.html">'),
        Example('<meta http-equiv=refresh content="72001">'),
        Example('<noscript><meta http-equiv=refresh content="5; url=nojs.html"></noscript>'),
    ),
    when=is_first_valid,
)
def meta_refresh(meta: Node) -> Hits:
    seconds = delay(meta.get("content"))
    if seconds is not None and 0 < seconds <= LONGEST:
        yield meta.fail("timed", seconds=seconds)
