"""html: one page to read, print and pass on. It stands alone, has no scripts, and passes our own checks."""

from __future__ import annotations

from html import escape as escaped
from itertools import groupby

from mingwen.model import Lang, Text
from mingwen.reports import Cause, Report
from mingwen.reports._rules import describe
from mingwen.reports._telling import HEADINGS, counted, spot
from mingwen.reports._wcag import address
from mingwen.reports.junit import xml
from mingwen.reports.text import COUNTED, PARTIAL, besides, by_rule, verdict

TITLE = Text("网页检查报告", "Report on web pages")
SUMMARY = Text("各条规则的数目", "How many of each rule")
WHY = Text("为什么要紧：", "Why it matters: ")
QUOTED = Text("原文：", "The page says: ")
CSS = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #f2f2f2; --link: #0b4f9e; --line: #767676 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f0f0; --paper: #161616; --soft: #262626; --link: #9cc8ff; --line: #8c8c8c }
}
body { max-width: 44em; margin: 0 auto; padding: 1em; font: 1rem/1.7 sans-serif; color: var(--ink);
  background: var(--paper) }
a { color: var(--link) }
a:focus-visible, summary:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px }
table { border-collapse: collapse }
caption { text-align: start; font-weight: bold; padding-block: 0.5em }
th, td { border: 1px solid var(--line); padding: 0.25em 0.75em; text-align: start }
code { font-family: monospace; overflow-wrap: anywhere; background: var(--soft) }
section section { border-top: 1px solid var(--line) }
h3 { font-size: 1.1rem }
summary { cursor: pointer }
li { overflow-wrap: anywhere }
"""


def report(result: Report, lang: Lang = "zh") -> str:
    """The verdict first, then a table, then each cause under its heading, with all its places."""
    title = TITLE.of(lang)
    found = result.causes
    ends = "".join(f"<p>{escape(text.of(lang))}</p>\n" for text in (*besides(result), PARTIAL))
    parts = [
        f'<!doctype html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{title}</title>\n<style>{CSS}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        f"<p><strong>{escape(verdict(result).of(lang))}</strong></p>\n{ends}",
        summary(result, lang) if found else "",
        *(section(grade, list(some), lang) for grade, some in groupby(found, lambda it: it.first.grade)),
        "</main>\n</body>\n</html>\n",
    ]
    return "".join(parts)


def summary(result: Report, lang: Lang) -> str:
    """The table of rules and how often each spoke."""
    head = "".join(f'<th scope="col">{text.of(lang)}</th>' for text in COUNTED)
    rows = "".join(
        f'<tr><th scope="row">{escape(rule)} {escape(describe(rule).name.of(lang))}</th>'
        + "".join(f"<td>{number}</td>" for number in numbers)
        + "</tr>\n"
        for rule, numbers in by_rule(result)
    )
    caption = f"<caption>{SUMMARY.of(lang)}</caption>"
    return f"<table>\n{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def section(grade: str, found: list[Cause], lang: Lang) -> str:
    """All causes of one grade."""
    heading = HEADINGS[grade].of(lang)
    return f"<section>\n<h2>{heading}</h2>\n{''.join(entry(cause, lang) for cause in found)}</section>\n"


def entry(cause: Cause, lang: Lang) -> str:
    """One cause: what it says, why it matters, on what basis, where."""
    first = cause.first
    rule = describe(first.rule)
    parts = [f"<section>\n<h3>{escape(first.message.of(lang))}</h3>\n"]
    if first.quote:
        parts.append(f"<p>{QUOTED.of(lang)}<code>{escape(first.quote)}</code></p>\n")
    if why := rule.why.of(lang):
        parts.append(f"<p>{WHY.of(lang)}{escape(why)}</p>\n")
    if cause.modes:
        parts.append(f"<p>{cause.modes.of(lang)}</p>\n")
    links = ", ".join(f'<a href="{address(number)}">WCAG {number}</a>' for number in first.wcag)
    parts.append(f"<p><code>{escape(first.rule)}</code> {links}</p>\n")
    parts.append(places(cause, lang))
    return "".join(parts) + "</section>\n"


def places(cause: Cause, lang: Lang) -> str:
    """Where it is, folded away where there are many places."""
    total, pages = len(cause.findings), cause.pages
    label = Text(f"在哪里：{total} 处，{pages} 页", f"Where: {counted(total, 'place')}, {counted(pages, 'page')}").of(
        lang
    )
    items = "".join(f"<li><code>{escape(spot(finding))}</code></li>\n" for finding in cause.findings)
    opened = " open" if total <= 3 else ""
    return f"<details{opened}>\n<summary>{label}</summary>\n<ul>\n{items}</ul>\n</details>\n"


def escape(text: str) -> str:
    """As text of a page, without characters that no page may hold."""
    return escaped(xml(text))
