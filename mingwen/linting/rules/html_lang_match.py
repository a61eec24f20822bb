"""html-lang-match: lang and xml:lang of the page name the same language."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.languages import primary
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="html-lang-match",
    name=Text("lang 与 xml:lang 要一致", "lang and xml:lang agree"),
    why=Text(
        "两处说法不同，有的软件信这个，有的信那个，读音就会因人而异。",
        "Where the two differ, programs follow one or the other, and people hear different languages.",
    ),
    basis=("WCAG 2.2 3.1.1",),
    wcag=("3.1.1",),
    on="html[lang]",
    says={
        "differ": Text(
            "lang 是“{lang}”，xml:lang 却是“{xml}”。请写成同一种语言。",
            "lang is {lang!r} but xml:lang is {xml!r}. Name one language in both.",
        ),
    },
    bad=(Example("<html lang=zh-CN xml:lang=en><title>公告</title>", says="differ"),),
    good=(
        Example("<html lang=zh-CN xml:lang=zh><title>公告</title>"),
        Example("<html lang=zh-CN><title>公告</title>"),
    ),
    when=lambda html: bool(html.get("lang").strip() and html.get("xml:lang").strip()),
)
def html_lang_match(html: Node) -> Hits:
    lang, xml = html.get("lang").strip(), html.get("xml:lang").strip()
    if primary(lang) != primary(xml):
        yield html.fail("differ", lang=lang, xml=xml)
