"""each(): one step over many values, in order; where they are worked on is the executor's business.

    None                         this process
    ProcessPoolExecutor          the cores of this machine
    Dask's Client.get_executor() many machines

Nothing else in the code knows the difference, and the results are the same to the byte. Steps are frozen values, and
values are all that travels, so workers need no disk in common with us.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeVar

from mingwen.errors import MingwenError

if TYPE_CHECKING:
    from mingwen.standby import Standby

T = TypeVar("T")
R = TypeVar("R")
# What can be done ahead, step by step.
Steps = Callable[[], Iterable[object]]

# Values sent at a time: enough to make the sending cheap, few enough to keep all workers busy to the end.
BATCH = 32
# Batches on their way at a time: enough that no worker waits, few enough that memory stays flat.
AHEAD = 8
# Fewer values than this are done before a pool of processes would have started.
WORTH_IT = 250
ASK_SECONDS = 1.0
# When workers look for garbage, as gc.set_threshold wants it: pages leave some 5,000 objects each in circles.
YOUNG = (20_000, 10, 10)


class Each(Protocol):
    """What read() and build() call: `each(step, items)` → results in the order of the items, as they come.

    `about` says how many items there are, as far as known.
    """

    def __call__(self, step: Callable[[T], R], items: Iterable[T], /, about: int = 0) -> Iterable[R]: ...


def serial(step: Callable[[T], R], items: Iterable[T], about: int = 0) -> Iterable[R]:
    """One after the other, in this process."""
    return map(step, items)


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[tuple[T, ...]]:
    """The items in order, `size` at a time; the last batch may be shorter."""
    rest = iter(items)
    while batch := tuple(islice(rest, size)):
        yield batch


def each_on(
    executor: Executor,
    size: int = BATCH,
    ahead: int = AHEAD,
    lost: Callable[[Exception], None] = lambda error: None,
    alive: Callable[[], bool] = lambda: True,
    chore: Callable[[], bool] = lambda: False,
) -> Each:
    """Run in an executor's workers, a batch a call: sending single values would cost more than the work.

    Where a worker dies or its scheduler is gone, `lost` is told and the rest is done here. `alive` is asked now and
    then, for executors that do not always say when they are gone. While nothing has come, `chore` is called until it
    says that there are none. A mistake in the site
    (MingwenError) is raised as it is; any other error is raised by doing the batch here, if it is no worker's fault.
    """
    gone = False

    def results(step: Callable[[T], R], batch: Sequence[T], future: Future[tuple[R, ...]] | None) -> tuple[R, ...]:
        nonlocal gone
        if future is not None and not gone:
            try:
                while not future.done() and chore():
                    pass
                return _waited(future, alive)
            except MingwenError:
                raise
            except Exception as error:  # noqa: BLE001 - each kind of executor dies in its own way
                made = _batch(step, batch)
                gone = True
                lost(error)
                return made
        return _batch(step, batch)

    def submitted(step: Callable[[T], R], batch: Sequence[T]) -> Future[tuple[R, ...]] | None:
        nonlocal gone
        if gone:
            return None
        try:
            return executor.submit(_batch, step, batch)
        except Exception as error:  # noqa: BLE001 - as each kind dies, so it refuses
            gone = True
            lost(error)
            return None

    def run(step: Callable[[T], R], items: Iterable[T], about: int = 0) -> Iterable[R]:
        waiting: deque[tuple[Sequence[T], Future[tuple[R, ...]] | None]] = deque()
        try:
            for batch in batches(items, size):
                waiting.append((batch, submitted(step, batch)))
                if len(waiting) > ahead:
                    yield from results(step, *waiting.popleft())
            while waiting:
                yield from results(step, *waiting.popleft())
        finally:
            for _, future in waiting:
                if future is not None:
                    future.cancel()

    return run


def _waited(future: Future[R], alive: Callable[[], bool]) -> R:
    while True:
        try:
            return future.result(timeout=ASK_SECONDS)
        except TimeoutError:
            # Raised by the step itself, or by our own impatience.
            if future.done():
                return future.result()
            if not alive():
                raise ConnectionError("the executor is gone") from None


def _batch(step: Callable[[T], R], items: Sequence[T]) -> tuple[R, ...]:
    return tuple(map(step, items))


class Workers:
    """An Each that works in processes of this machine, which start for the first step that pays for them.

    The first value is worked on here, and `modules` are imported: so what is needed is loaded once, and forked workers
    share it. They are forked once, for the first step, when we hold little else: what we come to hold later they
    would hold too, as soon as we touch it.
    """

    def __init__(
        self,
        jobs: int,
        lost: Callable[[Exception], None],
        worth_it: int,
        modules: tuple[str, ...] = (),
        standby: Standby | None = None,
    ) -> None:
        self._jobs, self._lost, self._worth_it, self._modules = jobs, lost, worth_it, modules
        self._pool: tuple[Executor, Each] | None = None
        self._standby = standby
        self._chores: list[Iterator[object]] = []

    def __call__(self, step: Callable[[T], R], items: Iterable[T], /, about: int = 0) -> Iterable[R]:
        if self._jobs == 1 or about < self._worth_it:
            return (self._standby or serial)(step, items)
        return self._pool[1](step, items) if self._pool else self._begun(step, iter(items))

    def prepare(self, lasting: Steps, passing: Steps) -> None:
        """Let the process that stands by take these steps while we are at something else. Where there is none, those
        are taken here, while we wait for others, that are of use to these too: what they do is `lasting`."""
        if self._standby:
            # One that stays has taken them long ago.
            if not self._standby.stays:
                self._standby.prepare(lasting, passing)
        else:
            self._chores.append(iter(lasting()))

    def _chore(self) -> bool:
        """Take a step, if there is one. Whatever is wrong with it shows when it matters."""
        if self._chores:
            try:
                next(self._chores[0])
            except Exception:  # noqa: BLE001 - a chore may fail in any way; StopIteration ends it
                del self._chores[0]
        return bool(self._chores)

    def _begun(self, step: Callable[[T], R], items: Iterator[T]) -> Iterator[R]:
        if self._standby:
            self._standby.end()
        yield from map(step, islice(items, 1))
        for module in self._modules:
            import_module(module)
        executor = processes(self._jobs, fork=not (self._standby and self._standby.stays))
        self._pool = executor, each_on(executor, ahead=4 * self._jobs, lost=self._lost, chore=self._chore)
        yield from self._pool[1](step, items)

    def rest(self, wait: bool = True) -> None:
        """Let the processes go, and their memory; new ones start when there is work. Waiting takes two ms if nothing
        is under way, and Python's own end must not come in between."""
        if self._standby:
            self._standby.end()
        if self._pool:
            self._pool[0].shutdown(wait, cancel_futures=True)
            self._pool = None


@contextmanager
def workers(
    jobs: int = 0,
    lost: Callable[[Exception], None] = lambda error: None,
    worth_it: int = WORTH_IT,
    modules: tuple[str, ...] = (),
    ahead: bool = False,
    standby: Standby | None = None,
) -> Iterator[Workers]:
    """Work in `jobs` processes (0: one for each core we may use), for steps of `worth_it` values or more. With
    `ahead`, one more stands by for smaller ones; `standby` is one that is there already."""
    jobs = jobs or cores()
    if ahead and jobs > 1 and forks():
        from mingwen.standby import Standby

        standby = Standby(modules, lost)
    made = Workers(jobs, lost, worth_it, modules, standby)
    try:
        yield made
    except BaseException:
        # Nobody wants to wait for what is under way.
        made.rest(wait=False)
        raise
    made.rest()


def prepare(each: Each, lasting: Steps, passing: Steps) -> None:
    """Have these steps taken where and when there is nothing else to do; see Workers.prepare."""
    if isinstance(each, Workers):
        each.prepare(lasting, passing)


def rest(each: Each) -> None:
    """There is nothing more to do in workers: those of ours go now, not when their owner ends."""
    if isinstance(each, Workers):
        each.rest()


def processes(jobs: int, fork: bool = True) -> Executor:
    """A pool of processes that die with this one, even if it is killed. Without `fork` they start from nothing, as they
    must where other threads are at work."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Forked workers have everything loaded. Elsewhere than on Linux, forking is not safe.
    context = multiprocessing.get_context("fork" if fork and forks() else "spawn")
    return ProcessPoolExecutor(jobs, context, begin, (os.getpid(),))


def forks() -> bool:
    """Whether this system forks safely."""
    return sys.platform == "linux"


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def begin(parent: int) -> None:
    """In a worker: it ends when its parent goes, for one left over would hold on to the site's lock. What it was born
    with is never garbage; what it makes itself soon is."""
    import gc
    import signal

    gc.freeze()
    gc.set_threshold(*YOUNG)
    gc.enable()

    # Ctrl-C is the parent's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import ctypes

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
