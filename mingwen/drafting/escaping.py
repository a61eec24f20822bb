"""Plain words → Markdown that shows the same words.

Only what would be taken for Markdown is escaped, so that a clerk can still read the manuscript: “1.加强” stays as it
is, because a list needs a space behind the point, and “1. 加强” becomes “1\\. 加强”.
"""

from __future__ import annotations

import re

_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would escape something, or break the line
    r"|[`*{$]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"
    r"|~(?=~)|(?<=~)~"
    r"|=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#|[A-Za-z])"
    r"|\[(?=\^)|\[(?=[^\]]*\][(\[{:])"
    r"|(?<=\^)\["
    r"|\](?=[(\[{:])"
)
_START = re.compile(
    r"(?P<mark>[#>:~|])|(?P<bullet>[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*$))|(?P<digits>\d{1,9})(?P<point>[.)])(?=\s|$)"
)
_CLOSING = re.compile(r"(?:^|(?<=\s))#+$")


def escape(text: str) -> str:
    """One paragraph, on one line, without white space at its edges."""
    words = _INLINE.sub(lambda found: "\\" + found.group(), text)
    start = _START.match(words)
    if start is None:
        return words
    if start["digits"]:
        return f"{start['digits']}\\{words[len(start['digits']) :]}"
    return "\\" + words


def heading(level: int, text: str) -> str:
    """An ATX heading; a `#` at its end stays part of the words."""
    words = _INLINE.sub(lambda found: "\\" + found.group(), text)
    return f"{'#' * level} {_CLOSING.sub(lambda found: chr(92) + found.group(), words)}"
