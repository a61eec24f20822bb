"""What a template says the same way on every page is made once, when the template is compiled.

`t("menu.label")` is a word of the theme in the language of the page. So there is an environment for each language, and
in it such a call is no call but the word itself. A loop over values that stand in the template is written out for the
same end: what it says is then known too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, cast

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemBytecodeCache,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.visitor import NodeTransformer

from mingwen.rendering.gathering import Gatherer
from mingwen.rendering.generating import generate
from mingwen.rendering.quick import QuickContext, shown
from mingwen.rendering.words import UnknownWordError

#: The function of templates that is folded away; see rendering/words.py.
SPEAKER = "t"
#: Statements that only show something, and what a loop may be asked for where it is written out.
SHOWING = (nodes.Output, nodes.If)
TOLD = ("first", "last", "index", "index0")
_GIVEN = re.compile(r"{%(?:(?!%}).)*?\b(?:macro\s+t\b|t\b(?!\s*\())", re.S)


class FoldingEnvironment(Environment):
    """Jinja's environment with `say`, the function `t` of one language, or None where a template of the theme gives
    that name to something else; and with `gatherer`, or None where components stay modules of their own."""

    say: Callable[..., str] | None = None
    gatherer: Gatherer | None = None
    shown = staticmethod(shown)
    context_class = QuickContext

    def gather(self, given: frozenset[str] | None) -> None:
        """From now on components are gathered into templates. `given` are the names that templates give to something;
        None leaves everything as it is."""
        self.gatherer = None if given is None else Gatherer(self._tree, given)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        source = self._folded(source)
        if self.gatherer is not None:
            try:
                return generate(source, self.gatherer, self, name, filename)
            except TemplateSyntaxError:
                # It may be the component's mistake, and is told as such when that is compiled alone.
                pass
        return super()._generate(source, name, filename, defer_init)

    def _folded(self, source: nodes.Template) -> nodes.Template:
        return source if self.say is None else cast(nodes.Template, _Folder(self.say).visit(source))

    def _tree(self, name: str) -> nodes.Template | None:
        """The tree of a template; None for one that is missing or has mistakes."""
        try:
            text, filename, _ = cast(BaseLoader, self.loader).get_source(self, name)
            return self._folded(self.parse(text, name, filename))
        except (TemplateNotFound, TemplateSyntaxError):
            return None


class FoldedCache(FileSystemBytecodeCache):
    """Compiled templates on disk, apart by language, and true only of all they were compiled with: `around` them, and
    in the templates that each draws in (`drawn` by its name)."""

    def __init__(self, folder: str, lang: str, around: bytes, drawn: Callable[[str], bytes]) -> None:
        super().__init__(folder, f"{lang}-%s.cache")
        self._around, self._drawn = around, drawn

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        return super().get_bucket(environment, name, filename, f"{(self._around + self._drawn(name)).hex()}\0{source}")


class _Folder(NodeTransformer):
    """Puts words in the place of calls, and writes loops over values that stand in the template out."""

    def __init__(self, say: Callable[..., str]) -> None:
        self._say = say

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja calls it by this name
        folded = self._word(node)
        return folded if folded is not None else self.generic_visit(node)

    def visit_For(self, node: nodes.For) -> nodes.Node | list[nodes.Node]:  # noqa: N802 - see above
        values = _constant(node.iter)
        if not isinstance(values, tuple) or not _plain(node):
            return self.generic_visit(node)
        written: list[nodes.Node] = []
        for index, value in enumerate(values):
            known = {
                "": value, "first": index == 0, "last": index == len(values) - 1, "index": index + 1, "index0": index
            }  # fmt: skip
            turn = _Turn(cast(nodes.Name, node.target).name, known)
            written += (self.visit(turn.copied(each)) for each in node.body)
        return written

    def _word(self, node: nodes.Call) -> nodes.Const | None:
        """The word, or None where it is not known yet, or is a mistake to be told when the page is made."""
        if not (isinstance(node.node, nodes.Name) and node.node.name == SPEAKER) or node.dyn_args or node.dyn_kwargs:
            return None
        try:
            args = [each.as_const() for each in node.args]
            values = dict(each.as_const() for each in node.kwargs)
            return nodes.Const(self._say(*args, **values), lineno=node.lineno)
        except (nodes.Impossible, UnknownWordError, TypeError):
            return None


class _Turn:
    """One turn of a loop. `known` are the loop variable ("") and what `loop` says."""

    def __init__(self, target: str, known: dict[str, object]) -> None:
        self._target, self._known = target, known

    def copied(self, node: Any) -> Any:
        """The same node with values in the place of what only this turn knows."""
        if isinstance(node, list):
            return [self.copied(each) for each in node]
        if not isinstance(node, nodes.Node):
            return node
        name = _asked(node, self._target)
        if name is not None:
            return nodes.Const(self._known[name], lineno=node.lineno, environment=node.environment)
        fields = [self.copied(value) for _, value in node.iter_fields()]
        return node.__class__(*fields, lineno=node.lineno, environment=node.environment)


def _asked(node: nodes.Node, target: str) -> str | None:
    """What of a turn a node asks for: "" for the loop variable, else the attribute of `loop`; None for all others."""
    if isinstance(node, nodes.Name) and node.name == target:
        return ""
    return node.attr if isinstance(node, nodes.Getattr) and _is_loop(node.node) else None


def _is_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "loop"


def _plain(node: nodes.For) -> bool:
    """Whether a loop only shows things: nothing is set in it, and of `loop` it asks what is known beforehand."""
    if node.test or node.else_ or node.recursive or not isinstance(node.target, nodes.Name):
        return False
    inside = [each for child in node.body for each in (child, *child.find_all(nodes.Node))]
    known = [each for each in inside if isinstance(each, nodes.Getattr) and _is_loop(each.node)]
    return (
        all(isinstance(each, SHOWING) for each in inside if isinstance(each, nodes.Stmt))
        and all(each.attr in TOLD for each in known)
        and sum(map(_is_loop, inside)) == len(known)
    )


def _constant(node: nodes.Node) -> object:
    """The value of an expression in which all is written out; None for others."""
    try:
        return cast(nodes.Expr, node).as_const()
    except nodes.Impossible:
        return None


def gives(sources: Iterable[str]) -> bool:
    """Whether any template gives the speaker's name to something else, by set, for, macro, import or as a parameter."""
    return any(_GIVEN.search(source) for source in sources)
