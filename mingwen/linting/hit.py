"""What a rule yields: a hit, which lint() turns into a Finding with the rule's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mingwen.model import Verdict


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `says` is a key of the rule's messages, `values` fill the gaps in it."""

    says: str
    verdict: Verdict
    selector: str
    path: str
    line: int
    column: int
    quote: str
    values: dict[str, Any] = field(default_factory=dict)


Hits = Iterator[Hit]
