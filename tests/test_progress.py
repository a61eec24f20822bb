"""How far long work is: a bar for people at a terminal, plain lines for a log, nothing for what is done at once."""

from __future__ import annotations

import os
import sys

import pytest

from mingwen.cli import progress
from mingwen.cli.progress import bar
from mingwen.model import Text

CHECKING = Text("检查", "Checking")


def work() -> None:
    with bar(CHECKING) as tell:
        for done in range(1, 4):
            tell(done, 3)


def test_a_log_gets_plain_lines(capsys, monkeypatch):
    monkeypatch.setattr(progress, "LINE_SECONDS", 0.0)
    work()
    told = capsys.readouterr()

    assert told.err == "检查 1/3\n检查 2/3\n检查 3/3\n"
    assert told.out == ""


def test_short_work_is_silent(capsys):
    work()

    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
def test_a_terminal_gets_a_bar_that_is_wiped_away(monkeypatch):
    monkeypatch.setattr(progress, "AFTER_SECONDS", 0.0)
    inside, outside = os.openpty()
    with os.fdopen(outside, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        work()
        told = os.read(inside, 10_000).decode()
    os.close(inside)

    assert "检查 ████████████████████████ 3/3" in told
    assert told.endswith("\r\x1b[K")
    assert "\n" not in told
