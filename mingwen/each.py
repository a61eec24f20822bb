"""each(): one step over many values, in order; where they run is the executor's business.

Issue of scale: memo by fingerprint belongs here too, so that no caller changes when it comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

BATCH = 32


class Each(Protocol):
    """What read() and build() call: `each(step, items)` → results in the order of the items."""

    def __call__(self, step: Callable[[T], R], items: Iterable[T], /) -> tuple[R, ...]: ...


def serial(step: Callable[[T], R], items: Iterable[T]) -> tuple[R, ...]:
    """One after the other, in this process."""
    return tuple(map(step, items))


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[tuple[T, ...]]:
    """The items in order, `size` at a time; the last batch may be shorter."""
    rest = iter(items)
    while batch := tuple(islice(rest, size)):
        yield batch


def each_on(executor: Executor, size: int = BATCH) -> Each:
    """Run in an executor's workers, a batch a call: sending single values would cost more than the work."""

    def run(step: Callable[[T], R], items: Iterable[T]) -> tuple[R, ...]:
        done = executor.map(_batch, *zip(*((step, batch) for batch in batches(items, size)), strict=True))
        return tuple(result for results in done for result in results)

    return run


def _batch(step: Callable[[T], R], items: Sequence[T]) -> tuple[R, ...]:
    return tuple(map(step, items))


@contextmanager
def workers(jobs: int) -> Iterator[Executor | None]:
    """`jobs` processes to work in, or None for one: then everything stays in this process."""
    if jobs == 1:
        yield None
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield pool
