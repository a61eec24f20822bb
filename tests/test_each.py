"""each(): the same results in the same order, wherever they are worked out."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from mingwen.each import batches, each_on, forks, prepare, rest, serial, workers
from mingwen.errors import MingwenError
from mingwen.model import Place, Text
from mingwen.standby import Companion


def double(number: int) -> int:
    return 2 * number


def test_batches_keep_the_order():
    assert list(batches(range(5), 2)) == [(0, 1), (2, 3), (4,)]


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_executor_gives_what_serial_gives(pool):
    with pool(2) as executor:
        assert list(each_on(executor, size=3)(double, range(10))) == list(serial(double, range(10)))


def test_nothing_to_do_is_fine():
    with ThreadPoolExecutor(1) as executor:
        assert list(each_on(executor)(double, [])) == []


HERE = os.getpid()
forking = pytest.mark.skipif(sys.platform != "linux", reason="a process stands by only where forking is safe")


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def dies_elsewhere(number: int) -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def refuses(number: int) -> int:
    if number == 1:
        raise MingwenError(Place("a.md", 1), Text("不行", "no"), Text("改", "mend"))
    return 1 // (number - 2)


@forking
def test_what_little_there_is_goes_to_the_process_that_stands_by():
    with workers(2, ahead=True) as each:
        made = list(each(where, range(40), about=40))
    assert [number for number, _ in made] == list(range(40))
    assert len({process for _, process in made} - {HERE}) == 1


@forking
def test_it_gets_ready_while_we_read():
    with workers(2, ahead=True) as each:
        prepare(each, tuple, getready)
        patience = time.monotonic() + 10
        while not next(iter(each(ready, [1], about=1))) and time.monotonic() < patience:
            time.sleep(0.01)
        assert list(each(ready, [1], about=1)) == [True]
    assert not ready(1)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_a_mistake_in_the_site_comes_home_from_workers(pool):
    lost: list[Exception] = []
    with pool(2) as executor, pytest.raises(MingwenError, match="no") as caught:
        list(each_on(executor, lost=lost.append)(refuses, [1]))
    assert caught.value.message("zh") == "a.md:1: 不行。改。"
    assert lost == []


READY: list[int] = []


def getready() -> Iterator[None]:
    READY.append(1)
    yield
    raise OSError("no matter")


def ready(number: int) -> bool:
    return bool(READY)


def slow(number: int) -> int:
    time.sleep(0.05)
    return number


def test_while_we_wait_for_others_we_do_what_is_of_use_to_them():
    def lasting() -> Iterator[None]:
        for number in range(3):
            done.append(number)
            yield
        raise OSError("no matter")

    done: list[int] = []
    with workers(2, worth_it=1) as each:
        prepare(each, lasting, lambda: [done.append(9)])
        assert list(each(slow, range(40), about=40)) == list(range(40))
    assert done == [0, 1, 2]


@forking
def test_where_it_dies_the_rest_is_done_here():
    lost: list[Exception] = []
    with workers(2, lost.append, ahead=True) as each:
        assert list(each(dies_elsewhere, range(40), about=40)) == [2 * number for number in range(40)]
        assert list(each(double, range(3), about=3)) == [0, 2, 4]
    assert len(lost) == 1


@forking
def test_mistakes_are_raised_as_they_are():
    with workers(2, ahead=True) as each:
        with pytest.raises(MingwenError, match="no"):
            list(each(refuses, [0, 1], about=2))
        with pytest.raises(ZeroDivisionError):
            list(each(refuses, [2], about=1))
        assert list(each(double, [4], about=1)) == [8]


@forking
def test_nothing_is_left_of_it():
    with workers(2, ahead=True) as each:
        ((_, process),) = each(where, [1], about=1)
        rest(each)
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        assert list(each(where, [1], about=1)) == [(1, HERE)]


def test_with_one_core_nobody_stands_by():
    with workers(1, ahead=True) as each:
        assert list(each(where, [1], about=1)) == [(1, HERE)]


@pytest.fixture
def beside() -> Iterator[Companion]:
    """One that stays."""
    if not forks():
        pytest.skip("a process stands by only where forking is safe")
    made = Companion((), LOST.append)
    yield made
    made.leave()


LOST: list[Exception] = []


def test_one_that_stays_does_every_second_value_of_many_builds(beside):
    processes = set()
    for count in (40, 1, 7):
        with workers(2, standby=beside) as each:
            made = list(each(where, range(count), about=count))
        assert [number for number, _ in made] == list(range(count))
        assert [process == HERE for _, process in made] == [number % 2 == 0 for number in range(count)]
        processes |= {process for _, process in made}
    assert len(processes) == 2
    beside.leave()
    with workers(2, standby=beside) as each:
        assert {process for _, process in each(where, range(4), about=4)} == {HERE}


def test_of_one_that_stays_no_answer_is_left_over(beside):
    """A mistake in either half, and then a value whose answer must be its own."""
    with workers(2, standby=beside) as each:
        for values in ([0, 1], [1, 0], [1, 1]):
            with pytest.raises(MingwenError, match="no"):
                list(each(refuses, values, about=2))
        assert list(each(double, range(5), about=5)) == [0, 2, 4, 6, 8]


def test_where_one_that_stays_dies_all_is_done_here(beside):
    LOST.clear()
    with workers(2, standby=beside) as each:
        assert list(each(dies_elsewhere, range(40), about=40)) == [2 * number for number in range(40)]
    assert len(LOST) == 1
