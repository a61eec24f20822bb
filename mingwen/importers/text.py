"""Plain text, as saved from an editor or copied from a web page, furniture and all → Draft.

No line is lost: each becomes part of the body, a field, or a guess that says it was left out.
"""

from __future__ import annotations

from pathlib import Path

from mingwen.drafting.body import compose
from mingwen.drafting.fields import gather
from mingwen.drafting.head import head
from mingwen.drafting.lines import decode, split
from mingwen.drafting.tail import tail
from mingwen.errors import UsageError
from mingwen.model import Draft, Place, Text


def read(path: Path) -> Draft:
    """Raises UsageError for what is no text in UTF-8 or GB18030, or is empty; OSError where it cannot be read."""
    return understood(path.read_bytes(), str(path))


def understood(data: bytes, name: str) -> Draft:
    """The draft in the bytes of a text; `name` is what messages call it. Raises UsageError as `read` does."""
    text, encoding = decode(data, name)
    lines = split(text)
    if not lines:
        raise UsageError(
            Place(name),
            Text("是空的，没有写稿件", "is empty; no manuscript was written"),
            Text("请先在原来的程序里存好，或换一个文件", "Save it in the program it came from, or name another file"),
        )
    top = head(lines)
    bottom = tail(lines[top.body :])
    body, structure, date = compose(bottom.body)
    fields, facts = gather(top, bottom, date)
    return Draft(fields, body, (*encoding, *facts, *structure))
