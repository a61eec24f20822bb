"""Where checking a page ends: 5 seconds of work, 5 million characters, and what the machine can hold.

Time is that of the processor, so that a busy machine finds what an idle one finds.

A page at a limit is no error but a finding for a person, so that one such page never costs a whole run. A file
that is no page at all is a failure.
"""

from __future__ import annotations

import codecs
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from mingwen.model import Finding, Place, Text

SECONDS = 5.0
# Characters.
LARGEST = 5_000_000

TIME = "time-limit"
SIZE = "size-limit"
BINARY = "not-html"
# What files of other kinds begin with: PDF, PNG, JPEG, GIF, ZIP (Word, Excel), old Office files, gzip, ELF.
BEGINNINGS = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x7fELF",
)  # fmt: skip
# Bytes in which text has no NUL, unless it is UTF-16 and says so.
SNIFFED = 1024
SAYS = {
    TIME: Text(
        "这一页查到一半停下了：{seconds:g} 秒里查完 {done} 条规则，还有 {left} 条没有查。"
        "请人工检查这一页，或把它拆小。",
        "Checking stopped half way: {done} rules were done in {seconds:g} seconds, {left} were not. "
        "Check this page by hand, or split it.",
    ),
    SIZE: Text(
        "这一页超过 {most:.0f} 百万字符，没有检查。请人工检查这一页，或把它拆小。",
        "This page has more than {most:.0f} million characters and was not checked. Check it by hand, or split it.",
    ),
}
NO_HTML = Text(
    "这个文件不是网页，里面是二进制数据（如图片、PDF、Word），没有检查。请核对文件名，或换成网页。",
    "This file is no page but binary data (such as a picture, PDF or Word) and was not checked. Check its name, or put "
    "a page there.",
)
DEEP = Text(
    "这一页层次太深或太大，有 {count} 条规则没有查完：{rules}。请人工检查这一页，或把它拆小。",
    "This page is nested too deeply or too large: {count} rules did not finish ({rules}). "
    "Check it by hand, or split it.",
)


class Overtime(Exception):  # noqa: N818 - what happened, not an error
    """The time for a page is over."""


class Clock:
    """The time that is left for a page, in seconds of this thread's work."""

    def __init__(self, seconds: float) -> None:
        self._end = time.thread_time() + seconds

    def check(self) -> None:
        """Raises Overtime once the time is over."""
        if time.thread_time() > self._end:
            raise Overtime


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raises Overtime inside the block when the time is over, even in the middle of a rule.

    Only where that is ours to do: in the main thread, on a system with SIGVTALRM that nobody else uses. Elsewhere
    nothing happens, and the clock is looked at between elements.
    """
    mine = (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    )
    if not mine:
        yield
        return
    signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def over(*_: object) -> None:
    """The handler of the alarm."""
    raise Overtime


def out_of_time(path: str, done: int, left: int, seconds: float) -> Finding:
    """The page `path` was left with `left` rules to go."""
    return finding(TIME, path, SAYS[TIME].fill(seconds=seconds, done=done, left=left))


def too_large(path: str) -> Finding:
    """The page `path` was not looked at."""
    return finding(SIZE, path, SAYS[SIZE].fill(most=LARGEST / 1e6))


def is_binary(data: bytes) -> bool:
    """Whether bytes are surely no text."""
    if data.startswith(BEGINNINGS):
        return True
    return b"\0" in data[:SNIFFED] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def not_html(path: str) -> Finding:
    """What stands at `path` is no page."""
    return Finding(BINARY, BINARY, "fail", Place(path, 1, 1), NO_HTML)


def too_deep(path: str, rules: tuple[str, ...]) -> Finding:
    """Some rules ran out of stack or memory on the page `path`."""
    some, more = rules[:5], " …" if rules[5:] else ""
    zh = DEEP.zh.format(count=len(rules), rules="、".join(some) + more)
    return finding(SIZE, path, Text(zh, DEEP.en.format(count=len(rules), rules=", ".join(some) + more)))


def finding(rule: str, path: str, message: Text) -> Finding:
    """A finding about the page as a whole, for a person to judge."""
    return Finding(rule, rule, "ask", Place(path, 1, 1), message)
