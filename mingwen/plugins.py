"""Find a function by the name of its module: our own first, then other packages' entry points.

Groups: importers (read), publishers (publish), reports (report). An outside package offers, say, a report through the
entry point group `mingwen.reports`; what crosses is text and the types of mingwen.model.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from mingwen.errors import UsageError
from mingwen.model import Text

VERBS = {"importers": "read", "publishers": "publish", "reports": "report"}


def names(group: str) -> tuple[str, ...]:
    """All names in a group, sorted: ours and those of installed packages. Modules named `_…` are helpers."""
    package = import_module(f"mingwen.{group}")
    ours = {module.name for module in pkgutil.iter_modules(package.__path__) if module.name[0] != "_"}
    theirs = {point.name for point in entry_points(group=f"mingwen.{group}")}
    return tuple(sorted(ours | theirs))


def find(group: str, name: str) -> Any:
    """The function `name` of a group; raises UsageError that lists the names there are."""
    known = names(group)
    if name not in known:
        listed = "、".join(known)
        raise UsageError(
            None,
            Text(f"没有叫“{name}”的 {group}", f"There is no {name!r} among {group}"),
            Text(f"可用的有：{listed}", f"Choose one of: {', '.join(known)}"),
        )
    for point in entry_points(group=f"mingwen.{group}", name=name):
        return point.load()
    return getattr(import_module(f"mingwen.{group}.{name}"), VERBS[group])
