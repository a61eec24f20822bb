"""Components stand in the template that imports them, when it is compiled.

`from "components/x/x.html" import x with context` makes a module and a context of its own for every page. Where a
component is nothing but macros, what it means does not depend on that: its macros are written into the importing
template instead (generating.py). Here is told which; what is not surely the same stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from jinja2 import nodes

# What a macro may be made of. Left out is what looks at the context or the template around it: include, import, block.
PLAIN = (
    nodes.Macro, nodes.Output, nodes.If, nodes.For, nodes.Assign, nodes.AssignBlock, nodes.With, nodes.CallBlock,
    nodes.FilterBlock,
)  # fmt: skip
#: What Jinja itself gives a meaning of its own in each template.
OWN = frozenset({"self", "super"})
_WORD = re.compile(r"\w+")
_GIVEN = re.compile(
    r"""{%[-+]?\s*(?:set\b([^=%]*)|macro\s+(\w+)|(?:from|import)\b((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"'%]|%(?!}))*))""",
    re.S,
)
_AUTOESCAPE = re.compile(r"{%[-+]?\s*autoescape\b")


def given(sources: Iterable[str]) -> frozenset[str] | None:
    """All names that any template gives to something, and perhaps more; None where nothing may be gathered, because
    a template switches escaping."""
    names: set[str] = set()
    for source in sources:
        if _AUTOESCAPE.search(source):
            return None
        for found in _GIVEN.findall(source):
            names.update(*map(_WORD.findall, found))
    return frozenset(names)


@dataclass(frozen=True, slots=True)
class Component:
    """The macros and imports of a template that is nothing else."""

    name: str
    body: tuple[nodes.Macro | nodes.FromImport, ...]

    @property
    def macros(self) -> frozenset[str]:
        return frozenset(node.name for node in self.body if isinstance(node, nodes.Macro))


class Gatherer:
    """Knows the components of one environment. `parse` gives the tree of a template, or None where it has mistakes
    or is missing; `given` are the names that templates give to something."""

    def __init__(self, parse: Callable[[str], nodes.Template | None], given: frozenset[str]) -> None:
        self._parse, self._given = parse, given
        self._known: dict[str, Component | None] = {}

    def component(self, node: nodes.FromImport, within: tuple[str, ...] = ()) -> Component | None:
        """The component of an import that may be gathered."""
        if not (node.with_context and isinstance(node.template, nodes.Const) and isinstance(node.template.value, str)):
            return None
        name = node.template.value
        if name in within:
            return None
        if name not in self._known:
            self._known[name] = self._read(name)
        found = self._known[name]
        if found is None or not all(plain(each) and each in found.macros for each in node.names):
            return None
        inner = (each for each in found.body if isinstance(each, nodes.FromImport))
        return found if all(self.component(each, (*within, name)) for each in inner) else None

    def refuse(self, name: str) -> None:
        """From now on this component is gathered nowhere."""
        self._known[name] = None

    def ambiguous(self, name: str) -> bool:
        """Whether a name that a component does not give itself may be another thing where it is imported."""
        return name in self._given or name in OWN

    def _read(self, name: str) -> Component | None:
        tree = self._parse(name)
        if tree is None:
            return None
        body = [node for node in tree.body if not _blank(node)]
        names = [each for node in body for each in _names(node)]
        if len(names) != len(set(names)) or not all(map(_public, names)) or not all(map(_gatherable, body)):
            return None
        return Component(name, tuple(node for node in body if isinstance(node, (nodes.Macro, nodes.FromImport))))


def _blank(node: nodes.Node) -> bool:
    """Comments and white space; what stands there is not shown where a component is imported."""
    return isinstance(node, nodes.Output) and all(
        isinstance(each, nodes.TemplateData) and not each.data.strip() for each in node.nodes
    )


def _names(node: nodes.Node) -> Sequence[str]:
    match node:
        case nodes.Macro():
            return (node.name,)
        case nodes.FromImport():
            return tuple(each if isinstance(each, str) else each[1] for each in node.names)
    return ()


def plain(name: str | tuple[str, str]) -> TypeGuard[str]:
    """Whether an imported name has no other name here."""
    return isinstance(name, str)


def _public(name: str) -> bool:
    return not name.startswith("_")


def _gatherable(node: nodes.Node) -> bool:
    if isinstance(node, nodes.FromImport):
        return True
    return (
        isinstance(node, nodes.Macro)
        and all(isinstance(each, PLAIN) for each in node.find_all(nodes.Stmt))
        and not any(each.name in OWN for each in node.find_all(nodes.Name))
    )
