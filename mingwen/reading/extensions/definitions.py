"""Definition lists: a term on one line, `: ` and its meaning on the next."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.deflist import deflist_plugin


def extend(md: MarkdownIt) -> None:
    deflist_plugin(md)
    md.core.ruler.push("definitions", _begin_where_their_words_do)


def _begin_where_their_words_do(state: StateCore) -> None:
    """The plug-in gives a definition the line of its term."""
    for token, following in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type == "dd_open" and following.map:
            token.map = following.map
