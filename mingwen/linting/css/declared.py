"""What wins for an element in the cascade, before values are computed."""

from __future__ import annotations

from mingwen.linting.css.sheet import Values


class Declared:
    """Values by property, where each came from, and the names of those that are in doubt."""

    __slots__ = ("doubts", "sources", "values")

    def __init__(self) -> None:
        self.values: Values = {}
        self.sources: dict[str, str] = {}
        self.doubts: set[str] = set()
