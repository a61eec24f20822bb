"""How far long work is, on stderr: a bar on a terminal, else (in CI) a line now and then. Short work is silent."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mingwen.cli.options import lang
from mingwen.model import Text

AFTER_SECONDS = 0.8
LINE_SECONDS = 10.0
WIDTH = 24


@contextmanager
def bar(what: Text) -> Iterator[Callable[[int, int], None]]:
    """Gives a function to be told (done, in all); the bar is wiped away at the end, lines stay."""
    began = last = time.monotonic()
    started: float | None = None
    shown = False
    name = what.of(lang())

    def tell(done: int, total: int) -> None:
        nonlocal last, shown, started
        now = time.monotonic()
        # Of the rate, not of what went before.
        started = now if started is None else started
        if not sys.stderr.isatty():
            if now - last >= LINE_SECONDS:
                last = now
                sys.stderr.write(f"{name} {done}/{total}\n")
                sys.stderr.flush()
            return
        if now - began < AFTER_SECONDS or (now - last < 0.1 and done < total):
            return
        last, shown = now, True
        rate = done / (now - started) if now > started else 0
        left = (total - done) / rate if rate else 0
        full = WIDTH * done // max(total, 1)
        tail = Text(f"{rate:.0f} 个/秒，约剩 {left:.0f} 秒", f"{rate:.0f}/s, {left:.0f} s left").of(lang())
        sys.stderr.write(f"\r{name} {'█' * full}{'░' * (WIDTH - full)} {done}/{total} {tail}\x1b[K")
        sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
