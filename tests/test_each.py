"""each(): the same results in the same order, wherever they are worked out."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from mingwen.each import batches, each_on, serial


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
