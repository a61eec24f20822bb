"""document-write: scripts do not write the page while it loads."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.handlers import scripts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="document-write",
    name=Text("不用 document.write", "Scripts do not write the page while it loads"),
    why=Text(
        "脚本一慢，整页就停在那里；脚本被拦，这些内容就没有了。",
        "A slow script holds up the whole page, and where it is blocked its content is missing.",
    ),
    basis=("HTML Standard 8.4.3 write",),
    level="advice",
    on="body",
    says={
        "writes": Text(
            "脚本有 {count} 处用 document.write 写内容。请直接写进 HTML。",
            "Scripts use document.write in {count} places. Write the content into the HTML.",
        ),
    },
    bad=(Example("<script>document.write('<a href=a.html>首页</a>')</script>", says="writes"),),
    good=(Example("<script>var a = document</script>"),),
)
def document_write(body: Node) -> Hits:
    if "document.write" not in body.page.source:
        return
    count = len(re.findall(r"document\.write(ln)?\s*\(", scripts(body)))
    script = next(
        (each for each in body.page.select("script") if "document.write" in "".join(map(str, each.contents))), None
    )
    if count and script:
        yield script.fail("writes", count=count)
