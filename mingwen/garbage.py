"""When to look for garbage: what is read and planned stays until the end, and to look through it over and over takes a
third of the time. Parsers leave garbage in circles, so while they and their like are at work we do look, though less
often than Python would."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from mingwen.each import Each

T = TypeVar("T")
R = TypeVar("R")

# As gc.set_threshold wants it.
SELDOM = (100_000, 20, 50)


@contextmanager
def kept() -> Iterator[None]:
    """Nothing that is made is looked through, but for what `collecting` makes."""
    enabled, threshold = gc.isenabled(), gc.get_threshold()
    gc.disable()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
        if enabled:
            gc.enable()


def collecting(each: Each) -> Each:
    """The same, with garbage looked for while it works; what was there before is left alone."""

    def run(step: Callable[[T], R], items: Iterable[T], about: int = 0) -> Iterator[R]:
        gc.freeze()
        gc.enable()
        try:
            yield from each(step, items, about)
        finally:
            gc.disable()

    return run
