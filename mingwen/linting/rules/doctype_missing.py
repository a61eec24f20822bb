"""doctype-missing: the page says that it is HTML."""

from __future__ import annotations

import re

from mingwen.linting.blocks import is_html
from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

DOCTYPE = re.compile(r"\ufeff?(\s|<!--.*?-->|<\?xml[^>]*>)*<!doctype\s+html", re.IGNORECASE | re.DOTALL)


@Rule(
    id="doctype-missing",
    name=Text("第一行要有 doctype", "The page says that it is HTML"),
    why=Text(
        "没有它，浏览器按二十年前的规矩排版，放大和手机上容易错位。",
        "Without it browsers lay the page out as twenty years ago, and it falls apart when enlarged or on phones.",
    ),
    basis=("HTML Standard 13.1.1 DOCTYPE",),
    level="advice",
    on="html",
    says={
        "missing": Text(
            "网页开头没有 <!doctype html>。请加在第一行。",
            "The page does not begin with <!doctype html>. Add it as the first line.",
        ),
    },
    bad=(Example("<html lang=zh-CN><title>公告</title><p>正文</html>", says="missing"),),
    good=(Example("<!DOCTYPE html><html lang=zh-CN><title>公告</title>"), Example("<p>一段正文")),
    when=is_html,
)
def doctype_missing(html: Node) -> Hits:
    if html.start_tag and not DOCTYPE.match(html.page.source[:4000]):
        yield html.fail("missing")
