"""Commands to copy: words as a shell takes them, without quotation marks where none are needed."""

from __future__ import annotations

import re
import shlex


def word(text: str) -> str:
    """One word for a POSIX shell; Chinese names stay as they are."""
    return text if re.fullmatch(r"[\w./@%+=:,][\w./@%+=:,-]*", text) else shlex.quote(text)
