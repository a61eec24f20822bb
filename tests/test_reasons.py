"""What the system says, for people."""

from __future__ import annotations

import errno
import os
import re

import pytest

from mingwen.reasons import reason

KNOWN = ("ENOENT", "EACCES", "EPERM", "ENOSPC", "EROFS", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "EDQUOT", "EXDEV")


@pytest.mark.parametrize("name", KNOWN)
def test_common_refusals_are_told_in_the_language_of_the_reader(name):
    number = getattr(errno, name)
    told = reason(OSError(number, os.strerror(number)))

    assert re.fullmatch("[\u4e00-\u9fff，]+", told.zh)
    assert told.en.isascii()


def test_any_other_in_the_words_of_the_system():
    assert reason(OSError(errno.EIO, "Input/output error")).zh == "系统说：Input/output error"
    assert reason(OSError("odd")).en == "the system says: odd"
