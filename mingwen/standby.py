"""A second process for the few pages that a change asks for.

Standby: to load what makes a page takes longer than to make one, and reading leaves a core idle. So it is forked first
of all, when we hold next to nothing, and loads; what little there is to do is handed to it. If there is nothing, it is
killed, for nobody waits for it.

Companion: of a process that stays, such as a preview, and has all loaded itself. It does every second page.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from mingwen.each import Steps, batches, begin, cores, forks
from mingwen.errors import MingwenError

T = TypeVar("T")
R = TypeVar("R")

# Values sent at a time: what is done is written and told while the rest is waited for.
BATCH = 16


class Standby:
    """An Each that works in one process of its own, which imports `modules` one by one while nothing is asked of it.
    Only on Linux: elsewhere forking is not safe. `lost` is told if it dies; the rest is then done here."""

    # Whether it is there for many builds, in a process with other threads.
    stays = False

    def __init__(self, modules: Sequence[str], lost: Callable[[Exception], None]) -> None:
        self._lost = lost
        context = multiprocessing.get_context("fork")
        self._pipe: Connection | None
        self._pipe, there = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(there, self._pipe, modules, os.getpid()), daemon=True, name="mingwen standby"
        )
        self._process.start()
        there.close()

    def __call__(self, step: Callable[[T], R], items: Iterable[T], /, about: int = 0) -> Iterator[R]:
        for batch in batches(items, BATCH):
            yield from self._done(step, batch)

    def prepare(self, *chores: Steps) -> None:
        """Let it take these steps while nothing is asked of it; what they give is of no interest."""
        if self._pipe is not None:
            try:
                self._pipe.send((chores, None))
            except OSError as error:
                self._gone(error)

    def end(self) -> None:
        """Kill it."""
        self._kill()

    def _done(self, step: Callable[[T], R], batch: Sequence[T]) -> Sequence[R]:
        pipe = self._sent(step, batch)
        return self._answer(pipe, step, batch) if pipe else tuple(map(step, batch))

    def _sent(self, step: Callable[[T], R], values: Sequence[T]) -> Connection | None:
        """Hand it these; gives where the answer comes from, None if it is gone."""
        if self._pipe is not None:
            try:
                self._pipe.send((step, values))
            except OSError as broken:
                self._gone(broken)
        return self._pipe

    def _answer(self, pipe: Connection, step: Callable[[T], R], batch: Sequence[T]) -> Sequence[R]:
        """What came of the values that were sent."""
        try:
            made, error = pipe.recv()
        except (OSError, EOFError) as broken:
            self._gone(broken)
            return tuple(map(step, batch))
        if isinstance(error, MingwenError):
            raise error
        # Any other mistake is ours, and is raised best where it can be traced.
        results: Sequence[R] = tuple(map(step, batch)) if error else made
        return results

    def _gone(self, error: Exception) -> None:
        self._kill()
        self._lost(error)

    def _kill(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
            self._process.kill()
            self._process.join()


class Companion(Standby):
    """A Standby that is there for many builds, until `leave`, while this process does the other half."""

    stays = True

    def end(self) -> None:
        """A build is over: the next one will come."""

    def leave(self) -> None:
        """Kill it."""
        self._kill()

    def _done(self, step: Callable[[T], R], batch: Sequence[T]) -> Sequence[R]:
        ours, theirs = batch[::2], batch[1::2]
        pipe = self._sent(step, theirs) if theirs else None
        if pipe is None:
            return tuple(map(step, batch))
        made: list[R] = []
        try:
            made.extend(map(step, ours))
        finally:
            # Its answer is waited for in any case: one left over would be taken for that to the next question.
            other = self._answer(pipe, step, theirs)
        results: list[R] = [*made, *other]
        results[::2], results[1::2] = made, other
        return results


def companion(modules: Sequence[str], lost: Callable[[Exception], None] = lambda error: None) -> Companion | None:
    """One for this process, where there is a core for it and forking is safe: before any other thread begins."""
    return Companion(modules, lost) if cores() > 1 and forks() else None


def _serve(pipe: Connection, other: Connection, modules: Sequence[str], parent: int) -> None:
    """In the process: load, and answer each (step, values) with (results, error)."""
    other.close()
    begin(parent)
    # What it does of its own accord, in steps so small that nobody waits long.
    chores: list[Iterator[object]] = [map(import_module, modules)]
    while True:
        while chores and not pipe.poll():
            # Whatever is wrong with them shows when it matters.
            try:
                next(chores[0])
            except Exception:  # noqa: BLE001 - a chore may fail in any way; StopIteration ends it
                del chores[0]
        try:
            step, values = pipe.recv()
        except EOFError:
            return
        if values is None:
            chores.extend(iter(steps()) for steps in step)
            continue
        answer: tuple[Any, Any]
        try:
            answer = tuple(map(step, values)), None
        except MingwenError as error:
            answer = (), error
        except Exception:  # noqa: BLE001 - the other side meets it again
            answer = (), True
        pipe.send(answer)
