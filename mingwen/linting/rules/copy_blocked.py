"""copy-blocked: text may be selected and copied."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.handlers import scripts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

BLOCKED = re.compile(
    r"\b(oncontextmenu|onselectstart|oncopy)\s*=\s*(function\s*\([^)]*\)\s*\{[^}]{0,80}?|\(?\w*\)?\s*=>\s*)?(return\s+)?false",
    re.IGNORECASE,
)
EVENTS = ("oncontextmenu", "onselectstart", "oncopy")


@Rule(
    id="copy-blocked",
    name=Text("不禁止选择和复制", "Text may be selected and copied"),
    why=Text(
        "朗读、翻译、查词都要先选中文字；公开的文件本来就该能复制。",
        "Reading aloud, translating and looking up begin with selecting; a public document should be copied freely.",
    ),
    basis=("WCAG 2.2 2.1.1",),
    level="advice",
    on="body",
    says={
        "blocked": Text(
            "网页禁止右键、选择或复制：{handler}。请去掉。",
            "The page forbids the context menu, selecting or copying: {handler}. Remove this.",
        ),
    },
    bad=(
        Example("<body oncontextmenu='return false'><p>正文", says="blocked"),
        Example("<script>document.onselectstart = function () { return false }</script><p>正文", says="blocked"),
    ),
    good=(Example("<body><p>正文"), Example("<body oncontextmenu='menu()'><p>正文")),
)
def copy_blocked(body: Node) -> Hits:
    for event in EVENTS:
        if re.search(r"return\s+false", body.get(event)):
            yield body.fail("blocked", handler=f"{event}={squeeze(body.get(event))}")
            return
    named = any(event in body.page.source for event in EVENTS)
    if named and (found := BLOCKED.search(scripts(body))):
        yield body.fail("blocked", handler=cut(squeeze(found[0])))
