"""Definition lists: a term on one line, `: ` and its meaning on the next."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin


def extend(md: MarkdownIt) -> None:
    deflist_plugin(md)
