"""附件：1. 申请表 2. 名单 at the end of a document: where such a list begins, and which lines go on with it."""

from __future__ import annotations

import re

_BEGINS = re.compile(r"(?:相关)?附件\s*\d{0,2}\s*[:：]")
_LABEL = re.compile(r"相关附件\s*[:：]?")
_ITEM = re.compile(r"\d{1,2}\s*[.．、]")
_FILE = re.compile(r"\S.{0,80}\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|zip|rar|txt|csv|jpe?g|png)", re.IGNORECASE)


def begins(text: str) -> bool:
    """附件：, 附件1：, or the 相关附件： of a page."""
    return _BEGINS.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether a line below such a list is one more item: it has a number, or is the name of a file."""
    return _ITEM.match(text) is not None or is_file(text)


def is_file(text: str) -> bool:
    """Whether a line is the name of a file and nothing else."""
    return _FILE.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """相关附件： alone, as pages print it even where nothing is attached."""
    return _LABEL.fullmatch(text) is not None
