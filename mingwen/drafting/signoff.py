"""落款: the body that signs and the date, at the end of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mingwen.drafting.metadata import moment

_BODY = re.compile(
    r"[^，。；：！？、,;:!?\s]{2,40}(?:局|委|委员会|办公室|办|政府|厅|部|处|科|院|中心|会|所|站|队|公司|学校|大学|学院|馆|组|行|团|社|部门"
    r"|领导小组|指挥部)(?:（[^）]*）|\([^)]*\))?"
)
_BOTH = re.compile(r"(?P<body>\S+)\s+(?P<date>\S+)")
# How far from the end a sign-off may stand: attachments and 附注 may follow it.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class SignOff:
    """Lines `start` to `end` (exclusive) are the sign-off; `date` is the text of its date."""

    start: int
    end: int
    date: str


def sign_off(lines: Sequence[str]) -> SignOff | None:
    """Where the sign-off stands among the lines of a body, or None."""
    for at in range(len(lines) - 1, max(len(lines) - 1 - _NEAR, -1), -1):
        both = _BOTH.fullmatch(lines[at])
        if both and _BODY.fullmatch(both["body"]) and moment(both["date"]):
            return SignOff(at, at + 1, both["date"])
        if not moment(lines[at]):
            continue
        start = at
        while start > 0 and at - start < 4 and _BODY.fullmatch(lines[start - 1]):
            start -= 1
        if start < at:
            return SignOff(start, at + 1, lines[at])
    return None
