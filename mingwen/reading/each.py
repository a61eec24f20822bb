"""How a step is run over many items. The default is one after another; processes or a cluster fit the same shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Each(Protocol):
    """Runs a module-level function over frozen values and gives the results in the order of the items."""

    def __call__(self, step: Callable[[Item], Result], items: Sequence[Item]) -> tuple[Result, ...]: ...


def serial(step: Callable[[Item], Result], items: Sequence[Item]) -> tuple[Result, ...]:
    return tuple(step(item) for item in items)
