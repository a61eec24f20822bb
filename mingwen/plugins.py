"""Find a function by the name of its module: our own first, then other packages' entry points.

Groups: importers (read), publishers (publish), reports (report). An outside package offers, say, a report through the
entry point group `mingwen.reports`; what crosses is text and the types of mingwen.model.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mingwen.errors import UsageError
from mingwen.model import Text

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

VERBS = {"importers": "read", "publishers": "publish", "reports": "report"}
KINDS = {
    "importers": Text("导入格式", "importer"),
    "publishers": Text("发布方式", "publisher"),
    "reports": Text("报告格式", "report"),
}


def names(group: str) -> tuple[str, ...]:
    """All names in a group, sorted: ours and those of installed packages."""
    theirs = {point.name for point in _theirs(group)}
    return tuple(sorted(_ours(group) | theirs))


def _ours(group: str) -> set[str]:
    """Modules of our own package; those named `_…` are helpers."""
    package = import_module(f"mingwen.{group}")
    return {module.name for module in pkgutil.iter_modules(package.__path__) if module.name[0] != "_"}


def _theirs(group: str) -> EntryPoints:
    """What other packages offer. Asking takes a tenth of the time of a small build, so only if it is none of ours."""
    from importlib.metadata import entry_points

    return entry_points(group=f"mingwen.{group}")


def find(group: str, name: str) -> Any:
    """The function `name` of a group, ours before theirs; raises UsageError that lists the names there are."""
    if name in _ours(group):
        return getattr(import_module(f"mingwen.{group}.{name}"), VERBS[group])
    for point in _theirs(group).select(name=name):
        return point.load()
    known, kind = names(group), KINDS[group]
    raise UsageError(
        None,
        Text(f"没有叫“{name}”的{kind.zh}", f"There is no {kind.en} {name!r}"),
        Text(f"可用的有：{'、'.join(known)}", f"Choose one of: {', '.join(known)}"),
    )
