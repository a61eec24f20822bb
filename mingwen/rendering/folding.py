"""What a template says the same way on every page is made once, when the template is compiled.

`t("menu.label")` is a word of the theme in the language of the page. So there is an environment for each language, and
in it such a call is no call but the word itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import sha256

from jinja2 import Environment, FileSystemBytecodeCache, nodes
from jinja2.visitor import NodeTransformer

from mingwen.rendering.words import UnknownWordError

#: The function of templates that is folded away; see rendering/words.py.
SPEAKER = "t"
_GIVEN = re.compile(r"{%(?:(?!%}).)*?\b(?:macro\s+t\b|t\b(?!\s*\())", re.S)


class FoldingEnvironment(Environment):
    """Jinja's environment with `say`, the function `t` of one language, or None where a template of the theme gives
    that name to something else."""

    say: Callable[..., str] | None = None

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        if self.say is not None:
            source = _Folder(self.say).visit(source)
        return super()._generate(source, name, filename, defer_init)


class FoldedCache(FileSystemBytecodeCache):
    """Compiled templates on disk, apart by language, and true only of the words they were compiled with."""

    def __init__(self, folder: str, lang: str, words: str) -> None:
        super().__init__(folder, f"{lang}-%s.cache")
        self._words = sha256(words.encode()).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(f"{self._words}\0{source}")


class _Folder(NodeTransformer):
    def __init__(self, say: Callable[..., str]) -> None:
        self._say = say

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja calls it by this name
        folded = self._word(node)
        return folded if folded is not None else self.generic_visit(node)

    def _word(self, node: nodes.Call) -> nodes.Const | None:
        """The word, or None where it is not known yet, or is a mistake to be told when the page is made."""
        if not (isinstance(node.node, nodes.Name) and node.node.name == SPEAKER):
            return None
        try:
            args = [each.as_const() for each in node.args]
            values = dict(each.as_const() for each in node.kwargs)
            if node.dyn_args or node.dyn_kwargs:
                return None
            return nodes.Const(self._say(*args, **values), lineno=node.lineno)
        except (nodes.Impossible, UnknownWordError, TypeError):
            return None


def gives(sources: Iterable[str]) -> bool:
    """Whether any template gives the speaker's name to something else, by set, for, macro, import or as a parameter."""
    return any(_GIVEN.search(source) for source in sources)
