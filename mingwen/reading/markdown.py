"""Markdown of a manuscript → HTML with gaps, headings, references and findings.

CommonMark and tables, and then EXTENSIONS, in this order: the rules that touch single words first, then those that
rewrite blocks.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from markdown_it import MarkdownIt

from mingwen.reading.extensions import (
    containers,
    definitions,
    figures,
    footnotes,
    headings,
    indented,
    links,
    located,
    plain,
    plain_tables,
    raw_html,
    strong,
    tables,
    words,
)
from mingwen.reading.layout import lay_out
from mingwen.reading.manuscript import KEY, Manuscript

EXTENSIONS = (
    words,
    plain,
    plain_tables,
    strong,
    footnotes,
    located,
    definitions,
    containers,
    raw_html,
    links,
    figures,
    tables,
    headings,
    indented,
)


@cache
def engine() -> MarkdownIt:
    """The parser with all extensions; made once a process."""
    md = MarkdownIt("commonmark", {"html": True, "xhtmlOut": False}).enable("table")
    for extension in EXTENSIONS:
        extension.extend(md)
    return md


def convert(manuscript: Manuscript) -> tuple[str, tuple[int, ...]]:
    """HTML with gaps and the file's line for each of its lines; the rest is noted in `manuscript`."""
    md = engine()
    env: dict[str, Any] = {KEY: manuscript}
    return lay_out(md, md.parse(manuscript.text, env), env)
